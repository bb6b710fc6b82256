"""The posting ledger (sổ niêm yết): the life of papers, and which of them are wrong today."""
