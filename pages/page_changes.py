"""Tells what the changes of pages touch: saved, moved, deleted. What only drafts are concerned with touches nothing.

A page's own rows are written after Django has sent its signal for the page, so the save of a page is told by the page
(`BasePage.save`), when all of it is there. Wagtail itself saves some changes by the page's first table alone, for which
there are the signals.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import COMMENTS_RELATION_NAME, Page
from wagtail.signals import post_page_move

from consequences.registry import tell, touches
from consequences.rows import recall, remember
from consequences.touched import Touched

#: What saving a draft or a lock writes into the page's own rows: nothing that a reader sees.
_OF_DRAFTS = frozenset(
    {
        *("latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"),
        COMMENTS_RELATION_NAME,
        *("locked", "locked_at", "locked_by"),
    }
)


@dataclass(frozen=True, slots=True)
class _Before:
    """What a change is about, and what that touched before it."""

    model: type[Model]
    ids: Collection[int]
    touched: Touched


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    pre_save.connect(_saving, sender=Page, dispatch_uid="pages.page_changes.saving")
    post_save.connect(_saved, sender=Page, dispatch_uid="pages.page_changes.saved")
    post_page_move.connect(_moved, dispatch_uid="pages.page_changes.moved")
    pre_delete.connect(_deleting, sender=Page, dispatch_uid="pages.page_changes.deleting")
    post_delete.connect(_deleted, sender=Page, dispatch_uid="pages.page_changes.deleted")


@contextmanager
def saving(page: Page, update_fields: Collection[str] | None = None) -> Iterator[None]:
    """Around the saving of a page with all its rows, in one transaction with it."""
    with transaction.atomic():
        before = _before(page, update_fields)
        yield
        _tell(page, before)


def _before(page: Page, update_fields: Collection[str] | None) -> _Before | None:
    """None where nothing of it was or will be public."""
    if update_fields is not None and _OF_DRAFTS.issuperset(update_fields):
        return None
    held = Page.objects.filter(pk=page.pk).values("live", "slug", "path", "url_path").first() if page.pk else None
    if held is None:
        return _Before(type(page), (), Touched()) if page.live else None
    if (held["slug"], held["url_path"]) != (page.slug, page.url_path):  # and so of all pages below
        return _asked(Page, list(Page.objects.filter(path__startswith=held["path"]).values_list("pk", flat=True)))
    return _asked(type(page), [page.pk]) if page.live or held["live"] else None


def _asked(model: type[Model], ids: Collection[int]) -> _Before:
    return _Before(model, ids, touches(model, ids))


def _tell(page: Page, before: _Before | None) -> None:
    if before is not None:
        tell(page.specific_class or type(page), before.touched | touches(before.model, {*before.ids, page.pk}))


def _saving(instance: Page, update_fields: Collection[str] | None, **_kwargs: Any) -> None:
    remember(instance, _before(instance, update_fields))


def _saved(instance: Page, **_kwargs: Any) -> None:
    _tell(instance, recall(instance))


def _moved(instance: Page, url_path_before: str, url_path_after: str, **_kwargs: Any) -> None:
    """What was before has been told by the save inside the move; now the pages below have their new addresses, too."""
    if url_path_before != url_path_after:
        below = Page.objects.filter(path__startswith=instance.path).values_list("pk", flat=True)
        tell(type(instance), touches(Page, below))


def _deleting(instance: Page, **_kwargs: Any) -> None:
    remember(instance, _asked(Page, [instance.pk]))


def _deleted(instance: Page, **_kwargs: Any) -> None:
    tell(instance.specific_class or Page, recall(instance).touched)
