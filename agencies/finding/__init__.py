"""What place is meant by a name as people write it: pure rules over lists of units, without a framework."""
