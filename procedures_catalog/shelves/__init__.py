"""On which shelf of the catalogue each procedure stands."""
