"""What people ask a province's portal for and is done elsewhere: where to go, and when to say so. No framework."""
