"""Signing in by the province's own accounts (OpenID Connect): its server says who somebody is, never what he may do."""
