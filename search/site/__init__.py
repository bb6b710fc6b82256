"""The doors of the finder: its page, the API, suggestions, what health says of it."""
