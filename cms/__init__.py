"""The desk and the wiring: settings, addresses, roles and the admin's own screens."""
