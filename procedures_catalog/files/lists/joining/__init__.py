"""Rows of a list that are one: merged cells, broken lines."""
