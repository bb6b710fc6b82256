"""A draft that is to count from a later day on: its changes become dated differences, and the page is free again."""
