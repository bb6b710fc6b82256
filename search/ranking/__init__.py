"""How found entries become an answer: fields, weights, order, snippets, and how good it is. No framework."""
