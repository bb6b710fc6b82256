"""Names of procedures in the database: what tells those of one name apart, and titles that older software made."""
