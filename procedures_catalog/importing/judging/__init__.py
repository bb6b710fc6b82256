"""What an import would change, whether that looks wrong, and how it is said to people. No framework."""
