"""What citizens see at once is taken back in one step: every such change with who, before and after, and one button
(docs/decisions/0068)."""
