"""Asks other sites whether an address still opens, and says what their answers mean; knows no framework."""
