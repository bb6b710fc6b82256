"""What people do on the portal from beginning to end, one file a thing, and what they may expect of every screen."""
