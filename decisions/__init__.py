"""The publishing decision: what its appendix changes in the catalogue."""
