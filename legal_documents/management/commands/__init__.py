"""Administrative commands of the law."""
