"""What the desk refuses is told in words, where Wagtail itself would end in an error."""
