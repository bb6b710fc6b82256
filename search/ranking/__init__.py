"""How found entries become an answer: fields, weights, order and snippets. No framework."""
