"""A commune's own notes on procedures: written by its officers, published by another, shown to its people
(docs/decisions/0069)."""
