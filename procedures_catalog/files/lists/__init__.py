"""A province's own list, as people write it: its headings, the words of its cells, its rows on their way to records."""
