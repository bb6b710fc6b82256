"""The log: who did what, when, from where, with what before and after; rows are only added, each bound to the last."""
