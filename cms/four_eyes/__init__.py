"""Four eyes at the desk: what screens offer, say and do where somebody meets his own change."""
