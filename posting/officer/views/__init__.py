"""What an officer can ask of the desk, one screen a file."""
