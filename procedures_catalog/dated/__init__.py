"""Dated differences in the database: written into sets, approved, announced, applied on their day, undone."""
