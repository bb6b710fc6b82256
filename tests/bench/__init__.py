"""Measurements: `python -m tests.bench` prints one JSON line a figure."""
