"""From procedures to paper: which are chosen, what each paper says, the rows in the ledger and the PDF."""
