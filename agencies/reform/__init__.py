"""The reform of administrative units: from its files to units and their lineage, and who stands in whose place."""
