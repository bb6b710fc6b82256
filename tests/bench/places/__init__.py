"""How surely names of places, as people write them, lead to the communes of today: all 34 provinces, one after the
other."""
