"""What the public reads of the catalogue: its list, a procedure, the API."""
