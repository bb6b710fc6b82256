"""The library of forms in the database: which procedures name which form, and what readers are shown of it."""
