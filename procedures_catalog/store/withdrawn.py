"""Of procedures that were public and are not any more: whether people took them down, or an import did."""

from typing import Any

from wagtail.models import PageLogEntry

#: What the history calls it.
TAKEN_DOWN = "wagtail.unpublish"
#: What an import writes into the lines of the history that are its own.
SOURCE = "import_procedures"


def is_withdrawn(page: Any) -> bool:
    """Whether a published page was taken away by people: no import brings it back by itself. One query for a page that
    is not public any more."""
    return not page.live and page.first_published_at is not None and not taken_down_by_import(page.pk)


def taken_down_by_import(page_id: int) -> bool:
    """Whether an import was the last to take the page down, since its row said that nobody may see it."""
    lines = PageLogEntry.objects.filter(page=page_id, action=TAKEN_DOWN).order_by("-timestamp", "-pk")
    last = lines.values_list("user", "data").first()
    return last is not None and last[0] is None and last[1].get("source") == SOURCE
