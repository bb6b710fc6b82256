"""What fields say, as people read it; of secrets nothing but that they changed."""
