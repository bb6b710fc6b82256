"""From a file to the catalogue: read, compare, apply in one transaction."""
