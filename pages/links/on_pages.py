"""Keeps beside each published page the addresses that its body leads to."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import F, Q, QuerySet
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.signals import page_published

from pages.links.keeping import ensure_links
from pages.links.sources import open_to, owned
from pages.models import LinkOnPage
from pages.models.base import BasePage
from pages.published import is_published

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_IN_TEXT = re.compile(r"""href=["'](https?://[^"']+)["']""", re.IGNORECASE)
#: So many pages are read at once.
PORTION = 200


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    page_published.connect(_published, dispatch_uid="pages.links.on_pages")


def _published(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """In the transaction of publishing, so that a link that an editor mended is in no list a moment later."""
    if field := _body_of(sender):
        keep({instance.pk: set(addresses_in(getattr(instance, field).raw_data))})


def ensure_on_pages() -> None:
    """Every night: what loads and imports have written past the signal, too."""
    for model, field in _bodies():
        rows = model.objects.filter(is_published()).order_by("pk").values_list("pk", field)
        portion: dict[int, set[str]] = {}
        for pk, body in rows.iterator(chunk_size=PORTION):
            portion[pk] = set(addresses_in(body.raw_data))
            if len(portion) >= PORTION:
                keep(portion)
                portion = {}
        keep(portion)


def keep(found: dict[int, set[str]]) -> None:
    """Page → its addresses: writes what is new, deletes what is gone. Four queries at most, two where nothing
    changed."""
    with transaction.atomic():
        held = {
            (pk, address)
            for pk, address in LinkOnPage.objects.filter(page__in=found).values_list("page", "link__address")
        }
        wanted = {(pk, address) for pk, addresses in found.items() for address in addresses}
        links = ensure_links({address for _, address in wanted - held})
        new = [LinkOnPage(page_id=pk, link_id=links[address]) for pk, address in wanted - held if address in links]
        LinkOnPage.objects.bulk_create(new, ignore_conflicts=True)
        gone = Q()
        for pk, address in held - wanted:
            gone |= Q(page=pk, link__address=address)
        if gone:
            LinkOnPage.objects.filter(pk__in=LinkOnPage.objects.filter(gone).values("pk")).delete()


def addresses_in(raw: Any) -> Iterator[str]:
    """The addresses in the raw data of a body: those that stand alone, and those of links in running text."""
    if isinstance(raw, str):
        yield from [raw] if _ADDRESS.fullmatch(raw) else map(html.unescape, _IN_TEXT.findall(raw))
    elif isinstance(raw, dict):
        yield from _of_each(raw.values())
    elif isinstance(raw, Iterable):
        yield from _of_each(raw)


def _of_each(parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        yield from addresses_in(part)


def rows_of_bodies(person: Any) -> QuerySet[Any, Any]:
    """The source of these addresses (`sources.Rows`): pages with bodies that somebody sees to."""
    mine, may_open = Q(pk__in=()), open_to(person)
    for model, _ in _bodies():
        mine |= Q(page__in=owned(model.objects.order_by(), person).filter(may_open).values("pk"))
    rows = LinkOnPage.objects.filter(is_published("page__"), mine)
    return rows.values(leads_to=F("link__address"), shown=F("page__title"), row=F("page"))


def _bodies() -> list[tuple[type[BasePage], str]]:
    types = [model for model in apps.get_models() if issubclass(model, BasePage)]
    return [(model, field) for model in types if (field := _body_of(model))]


def _body_of(model: type) -> str:
    """The name of the field that is a page's body; "" where there is none."""
    if not issubclass(model, BasePage) or model._meta.abstract:
        return ""
    fields = (field for field in model._meta.get_fields() if isinstance(field, StreamField))
    return next((field.name for field in fields if field.name == "body"), "")
