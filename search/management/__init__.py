"""Administrative commands of the finder."""
