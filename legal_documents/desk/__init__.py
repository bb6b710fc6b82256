"""What the desk tells of legal documents beside their forms."""
