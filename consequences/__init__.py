"""What a change touches: every floor says which public things show its rows, and whoever keeps such things is told."""
