"""The desk's list of all procedures: what a row tells, what narrows the list, and in what order it comes."""
