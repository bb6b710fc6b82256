"""What templates ask of this floor."""
