"""Who owns what, as a rule that knows no framework."""
