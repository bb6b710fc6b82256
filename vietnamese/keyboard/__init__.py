"""What was typed with the Vietnamese keyboard off: Telex and VNI, read as they were meant."""
