"""Days on which pages are to be looked at again: whose turn it is, and the screens."""
