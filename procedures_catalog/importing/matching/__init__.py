"""Which procedure of the portal a row of a list means: by its codes, and by its name where it has none."""
