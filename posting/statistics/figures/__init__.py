"""Figures of scans: their periods, what is too small to tell, how they are drawn. No framework."""
