"""Walls between agencies: what an agency has not published is for nobody else at the desk, by whatever way he asks."""
