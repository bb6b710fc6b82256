"""How two versions of a procedure differ for those who read it: pure, from records to rows with their words marked."""
