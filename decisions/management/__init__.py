"""Commands about publishing decisions."""
