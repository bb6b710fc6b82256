"""What the finder's templates may ask."""
