"""From facts to what a citizen reads: plain words, in the order of the questions people ask."""
