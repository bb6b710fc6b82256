"""How people speak of procedures: the starting texts that the portal brings along, and how they are read."""
