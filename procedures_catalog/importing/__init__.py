"""From a file to the catalogue: read, compare, apply in portions that are each whole."""
