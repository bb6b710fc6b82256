"""Of whom a procedure is: the state's, one province's, or nobody's to publish."""
