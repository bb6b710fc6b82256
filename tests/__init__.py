"""The tests: a mirror of the floors, and journeys that people make through a real browser."""
