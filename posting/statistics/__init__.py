"""What the counted scans say: exact at the desk, without small numbers in public, and which papers need a look."""
