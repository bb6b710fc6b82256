"""The portal on PostgreSQL."""
