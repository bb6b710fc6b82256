"""What somebody hands in as a decision's appendix, cut into rows: workbooks, lists, text documents, what was pasted."""
