"""What people chose of an import, what they keep against it, and what it did to each page."""
