"""From the database to facts, many procedures at once, and which of them readers may see."""
