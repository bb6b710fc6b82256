"""What a procedure is, in every notation: its record, its parts, its codes, its layers. No framework."""
