"""The desk's own search: what stands behind Wagtail's lists and choosers, on any database."""
