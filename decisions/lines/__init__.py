"""The lines of a decision's appendix, read from a table as people have it: kind, code, name, level, time limits. No
framework."""
