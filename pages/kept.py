"""Keeps what is gathered for many readers until something that it shows changes, or the day does.

Counting 5,652 procedures by level, field and agency takes longer than all the rest of a page together, and most visits
meet a portal in which nothing has changed.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from django.core.cache import cache
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished

from pages.models import ShownChange
from pages.signals import entries_changed

A_DAY = 86_400  # seconds
#: What saving a draft writes into the page's own row: nothing that a reader sees.
_OF_DRAFTS = frozenset({"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"})


def kept_key(on: date) -> str:
    """The name under which something may be kept that is true on a day as long as nothing changes. One query."""
    return f"{ShownChange.stamp()}.{on}"


def kept(gather: Mapping[str, Callable[[], Any]], on: date) -> dict[str, Any]:
    """Name → what its function gives, gathered anew after a change or on another day. One query when all is kept."""
    key = kept_key(on)
    return {name: cache.get_or_set(f"kept.{key}.{name}", function, A_DAY) for name, function in gather.items()}


def connect() -> None:
    """Starts listening to pages; connecting twice changes nothing."""
    watch(PageViewRestriction)
    for signal in (page_published, page_unpublished, page_slug_changed, entries_changed):
        signal.connect(renew, dispatch_uid="kept")
    for signal in (post_save, post_delete):
        signal.connect(_if_page, dispatch_uid="kept.pages")


def watch(model: type[Model]) -> None:
    """Listens to a model whose rows stand in lists."""
    for signal in (post_save, post_delete):
        signal.connect(renew, sender=model, dispatch_uid=f"kept.{model._meta.label}")


def renew(**_kwargs: Any) -> None:
    """Receiver: what was kept holds no more."""
    ShownChange.note()


def _if_page(sender: type[Model], update_fields: Collection[str] | None = None, **_kwargs: Any) -> None:
    is_draft = update_fields is not None and _OF_DRAFTS.issuperset(update_fields)
    if issubclass(sender, Page) and not is_draft:
        ShownChange.note()
