"""What a number, a code or an address is that somebody holds in hand and types, scans or pastes."""
