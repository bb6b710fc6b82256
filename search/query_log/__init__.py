"""What people asked: counted without anything about them, reported, laid before agencies."""
