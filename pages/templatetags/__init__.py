"""Tags of the floor `pages`."""
