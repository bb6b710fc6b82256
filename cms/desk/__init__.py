"""The desk: what this portal adds to Wagtail's screens for those who write."""
