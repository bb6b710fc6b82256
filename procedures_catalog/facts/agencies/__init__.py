"""Agencies by their names alone: what kind of agency a name is of, at which level, and where people hand in with it."""
