"""Published → put, unpublished → take, moved or renamed → put again: what the finder hears of."""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from agencies.models import Agency
from pages.signals import entries_changed
from search.entries import agency_key, page_key
from search.outbox import note


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    for signal in (page_published, page_unpublished):
        signal.connect(one_page, dispatch_uid="search.one_page")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(page_and_below, dispatch_uid="search.page_and_below")
    post_delete.connect(one_page, sender=Page, dispatch_uid="search.page_deleted")
    entries_changed.connect(many_pages, dispatch_uid="search.many_pages")
    for signal in (post_save, post_delete):
        signal.connect(one_agency, sender=Agency, dispatch_uid="search.one_agency")
        signal.connect(restricted, sender=PageViewRestriction, dispatch_uid="search.restricted")


def one_page(instance: Page, **_kwargs: Any) -> None:
    """A page was published, unpublished or deleted."""
    note([page_key(instance.pk)])


def page_and_below(instance: Page, **_kwargs: Any) -> None:
    """A page's address changed, and with it those of all pages below."""
    note(_keys(instance.get_descendants(inclusive=True).values_list("pk", flat=True)))


def many_pages(page_ids: Iterable[int], **_kwargs: Any) -> None:
    """One operation published or took away many pages."""
    note(_keys(page_ids))


def one_agency(instance: Agency, **_kwargs: Any) -> None:
    """An agency was saved or deleted."""
    note([agency_key(instance.pk)])


def restricted(instance: PageViewRestriction, **_kwargs: Any) -> None:
    """A page and all below became private, or public again."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        page_and_below(page)


def _keys(page_ids: Iterable[int]) -> list[str]:
    return [page_key(pk) for pk in page_ids]
