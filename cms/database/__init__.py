"""The portal's SQLite: Django's, opened so that a lost file is noticed and a full or read-only disk can be read."""
