"""What was read on a day that is over: a page in hand says again what a version kept of it."""
