"""Settings: base is safe by default; the other modules hold only their differences."""
