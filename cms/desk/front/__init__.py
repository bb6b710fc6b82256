"""The desk's front page: the day's work, and where something new is begun."""
