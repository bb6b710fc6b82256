"""Sessions of one person: bound to where they began, listed for their owner, ended by him."""
