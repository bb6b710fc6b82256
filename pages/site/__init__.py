"""The public addresses that are no pages of the tree, feeds, and what stands around every page."""
