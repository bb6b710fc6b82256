"""The half-yearly review of accounts (TCVN 14423:2026): what waits for it, what is decided, what is done then."""
