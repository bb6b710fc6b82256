"""What somebody asks: its words, their spellings and meanings, before anything is looked up. No framework."""
