"""Four eyes: what one person wrote is made public by another (docs/decisions/0065)."""
