"""A mirror of the floor `procedures_catalog`."""
