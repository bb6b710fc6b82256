"""Administrative commands of the catalogue."""
