"""The language: how Vietnamese is spelled, folded, put in an address and put in order."""
