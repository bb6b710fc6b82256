"""How long a procedure takes: read out of its table, the notes beside it and its steps, and told in a line."""
