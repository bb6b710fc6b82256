"""The public addresses of the law that are no pages of the tree: feeds and files."""
