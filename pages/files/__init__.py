"""Uploaded files: who may have them, what is refused, smaller pictures, room on the disk."""
