"""The second factor: whether it is asked for, how its secrets are kept, and that no code is taken twice."""
