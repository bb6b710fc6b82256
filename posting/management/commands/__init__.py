"""Administrative commands of paper on walls."""
