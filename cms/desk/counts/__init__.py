"""What the desk's front page counts: many small counts in one question, and those of the law's clocks."""
