"""Forms of what is no page: none writes over another, nothing public is saved by itself, all can be undone."""
