"""Change notes: written with each version, read for those who are told, corrected later, made good for old versions."""
