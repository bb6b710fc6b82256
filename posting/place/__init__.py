"""Where a paper is for: the commune, its counter, and the head that stands on the paper."""
