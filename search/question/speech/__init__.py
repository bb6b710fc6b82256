"""How people speak when they ask: what of it says nothing, and what of their lives means words of the law."""
