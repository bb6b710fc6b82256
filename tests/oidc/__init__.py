"""A province's server for accounts, of the tests' own: a real OpenID Connect provider as a process of its own."""
