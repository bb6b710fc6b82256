"""Paper on walls: what was printed, where it hangs, whether it is right, how often it is scanned; `/ban`."""
