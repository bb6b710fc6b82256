"""How what was before and after is told in few words."""
