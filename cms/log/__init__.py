"""The log at the desk: the door that says who acts, its screen, what of it an agency sees."""
