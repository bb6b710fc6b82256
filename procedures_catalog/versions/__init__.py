"""What citizens were shown and when: versions noted, carried through updates, told as news."""
