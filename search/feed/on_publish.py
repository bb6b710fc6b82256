"""Published → put, unpublished → take, moved or renamed → put again: what the finder hears of."""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from agencies.models import Agency
from pages.signals import entries_changed
from procedures_catalog.feed.form_entries import form_key, forms_of, forms_on
from procedures_catalog.models import ProcedurePage
from search.feed.entries import agency_key, page_key
from search.feed.outbox import note


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    for signal in (page_published, page_unpublished):
        signal.connect(one_page, dispatch_uid="search.one_page")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(page_and_below, dispatch_uid="search.page_and_below")
    post_delete.connect(one_page, sender=Page, dispatch_uid="search.page_deleted")
    post_delete.connect(one_page, sender=ProcedurePage, dispatch_uid="search.procedure_deleted")
    for signal in (pre_save, pre_delete):
        signal.connect(before_change, sender=ProcedurePage, dispatch_uid="search.before_change")
    entries_changed.connect(many_pages, dispatch_uid="search.many_pages")
    for signal in (post_save, post_delete):
        signal.connect(one_agency, sender=Agency, dispatch_uid="search.one_agency")
        signal.connect(restricted, sender=PageViewRestriction, dispatch_uid="search.restricted")
        signal.connect(one_form, sender=get_document_model(), dispatch_uid="search.one_form")
        signal.connect(restricted_forms, sender=CollectionViewRestriction, dispatch_uid="search.restricted_forms")


def before_change(instance: ProcedurePage, **_kwargs: Any) -> None:
    """A procedure is about to change: the forms it offered until now are remembered, for it may offer them no more."""
    held = ProcedurePage.objects.filter(pk=instance.pk).only("cases", "overlay").first()
    instance.forms_before = forms_on(held) if held else set()


def one_page(instance: Page, **_kwargs: Any) -> None:
    """A page was published, unpublished or deleted."""
    note([page_key(instance.pk), *_form_keys(instance)])


def page_and_below(instance: Page, **_kwargs: Any) -> None:
    """A page's address changed, and with it those of all pages below."""
    many_pages(instance.get_descendants(inclusive=True).values_list("pk", flat=True))


def many_pages(page_ids: Iterable[int], **_kwargs: Any) -> None:
    """One operation published or took away many pages."""
    ids = list(page_ids)
    note([*_keys(ids), *map(form_key, forms_of(ids))])


def one_form(instance: AbstractDocument, **_kwargs: Any) -> None:
    """A file was saved or deleted; whether a procedure offers it is looked up when it is sent."""
    note([form_key(instance.pk)])


def restricted_forms(instance: CollectionViewRestriction, **_kwargs: Any) -> None:
    """A collection of files and all below became private, or public again."""
    files = get_document_model().objects.filter(collection__path__startswith=instance.collection.path)
    note(map(form_key, files.values_list("pk", flat=True)))


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


def _form_keys(page: Page) -> list[str]:
    """The forms that a procedure offers and those that it offered before."""
    if not isinstance(page, ProcedurePage):
        return []
    return [form_key(pk) for pk in forms_on(page) | getattr(page, "forms_before", set())]
