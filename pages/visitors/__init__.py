"""Who asks, and how much one client takes of what all share."""
