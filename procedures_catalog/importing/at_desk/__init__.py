"""An import as an object at the desk: compared, chosen from, approved, written, and undone in one."""
