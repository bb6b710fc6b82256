"""From a new commune to its committee, its office, its officer and what hangs on its walls: one screen leads there."""
