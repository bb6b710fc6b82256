"""Decisions at the desk: the list, the form, the lines and where they come from."""
