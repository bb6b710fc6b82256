"""What a procedure is called where one has to be short: its display name, and what tells those of one name apart."""
