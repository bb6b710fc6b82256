"""What the catalogue tells the finder: entries for procedures and for their forms."""
