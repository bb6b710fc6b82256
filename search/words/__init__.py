"""The editors' words, and the words of all names that can be found."""
