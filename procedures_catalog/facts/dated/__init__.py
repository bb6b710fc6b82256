"""Dated differences: what a part of a procedure will say from a day on, kept apart from the procedure until then."""
