"""`make truth`: what the five answers say of every real procedure, held against its record; counts by kind of fault."""
