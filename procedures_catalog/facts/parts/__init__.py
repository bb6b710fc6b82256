"""What a procedure consists of: the table of its parts, and how each stands in a column of its page."""
