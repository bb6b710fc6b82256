"""What editors do at the desk."""
