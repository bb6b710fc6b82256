"""What citizens read about agencies: the list, one agency, the commune of an old name."""
