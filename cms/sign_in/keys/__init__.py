"""What administrators do with others' ways in: links to set a password, changed addresses, forgotten second factors; by
whom, told to whom it concerns, and never two halves by one (docs/decisions/0070)."""
