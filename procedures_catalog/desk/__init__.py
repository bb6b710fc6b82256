"""What the desk's form of a procedure has of its own. Models lead here, so nothing here leads to models."""
