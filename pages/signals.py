"""Signals of pages that Wagtail does not send: many pages changed by one operation."""

from django.dispatch import Signal

#: Sent inside the transaction with `page_ids`, an iterable of ids of pages that a bulk operation published or
#: took away.
entries_changed = Signal()
