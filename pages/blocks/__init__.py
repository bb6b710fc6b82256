"""The pieces that a page's text is made of, one idea a file."""
