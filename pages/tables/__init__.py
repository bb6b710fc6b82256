"""Everything that is written for spreadsheets."""
