"""What the log hears of by itself: Wagtail's own log, rows that are saved, people who sign in, commands."""
