"""The desk's screens of imports: hand a file in, read what it would change, choose, approve, undo."""
