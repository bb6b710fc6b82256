"""Whether rows of a list are in force: what says that they are not, and where."""
