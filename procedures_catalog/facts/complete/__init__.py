"""Which parts the law asks of a procedure, which of them a record says, and what a person says of those it does not."""
