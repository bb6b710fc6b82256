"""Administrative commands of the whole portal."""
