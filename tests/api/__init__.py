"""The public API against its own description."""
