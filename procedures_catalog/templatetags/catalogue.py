"""What pages of lower floors show of the catalogue: counters, sectors, newest changes, an agency's procedures."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from agencies.day import another_day, asked_on, day_of, with_day
from agencies.models import Agency
from pages.kept import kept
from procedures_catalog.models import ProcedureAgency, ProcedureLegalBasis
from procedures_catalog.presenting import folding
from procedures_catalog.presenting.folding import Folded
from procedures_catalog.presenting.note_lines import in_one_line
from procedures_catalog.site.list_context import list_context
from procedures_catalog.store.filters import CURRENT, Listing, Option, count_sectors, current_pages, facet_named
from procedures_catalog.store.former_lists import listing_on
from procedures_catalog.versions.notes.reading import Told, lately, told
from vietnamese.order import sort_key

register = template.Library()
Context = dict[str, Any]
_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
SECTORS_IN_FRONT, CHANGES_IN_FRONT = 12, 5
#: So many changes are read, for a procedure may have changed several times.
_READ_FOR_FRONT = 25


def _link(**choice: str) -> str:
    return f"{reverse('catalogue')}?{urlencode(choice)}"


def _counter(option: Option, name: str) -> Context:
    return {"label": option.label, "count": option.count, "url": _link(**{name: option.value})}


@register.simple_tag(takes_context=True)
def catalogue_list(context) -> Context:
    """The catalogue's list for the request that is being answered."""
    return list_context(context["request"], reverse("catalogue"))


@register.simple_tag(takes_context=True)
def catalogue_front(context) -> Context:
    """What the home page says of the catalogue: `levels` and `sectors` with their counts, the `total` in force, what
    `changed` last. One query while nothing changes."""
    on = day_of(context["request"])
    counts: dict[str, Callable[[], Any]] = {
        "levels": partial(_levels, on),
        "sectors": partial(_sectors, on),
        "total": current_pages(on).count,
        "changed": partial(_changed, on),
    }
    return kept(counts, on)


@register.simple_tag(takes_context=True)
def all_sectors(context) -> list[Context]:
    """Every sector that has procedures in force, by name."""
    request = context["request"]
    on, another = day_of(request), another_day(request)
    if another:
        return _sectors_by_name(listing_on(on, asked_on(request)), on, another)
    return kept({"all_sectors": partial(_sectors_by_name, CURRENT, on)}, on)["all_sectors"]


def _levels(on: date) -> list[Context]:
    return [_counter(option, "cap") for option in facet_named("cap").count(current_pages(on), on)]


def _sectors(on: date) -> list[Context]:
    """The sectors with the most procedures."""
    return [_counter(option, "linh-vuc") for option in count_sectors(current_pages(on))[:SECTORS_IN_FRONT]]


def _sectors_by_name(listing: Listing, on: date, another: date | None = None) -> list[Context]:
    options = listing.count_sectors(listing.pages(on), on)
    counters = [_counter(option, "linh-vuc") for option in sorted(options, key=lambda option: sort_key(option.label))]
    return [counter | {"url": with_day(counter["url"], another)} for counter in counters]


def _changed(on: date) -> list[Context]:
    """The procedures that changed last, each once, and what of them."""
    changes = told(lately(current_pages(on), on).filter(number__gt=1), 0, _READ_FOR_FRONT)
    latest: dict[int, Told] = {}
    for change in changes:
        latest.setdefault(change.page.pk, change)
    return [
        {
            "title": change.page.told_name,
            "url": change.page.get_url(),
            "date": change.noted_at,
            "note": in_one_line(change.text),
        }
        for change in list(latest.values())[:CHANGES_IN_FRONT]
    ]


@register.simple_tag(takes_context=True)
def agency_procedures(context, agency: Agency, limit: int = 30) -> Context:
    """The procedures in which an agency has a part: the first ones, their number, and the list with all."""
    concerned = ProcedureAgency.objects.filter(registered=agency).values("page")
    current = current_pages(day_of(context["request"])).filter(pk__in=concerned)
    pages = current.order_by("sort_name", "pk").only("title", "twin_note", "url_path", "code")
    return {
        "items": [{"title": page.told_name, "url": page.get_url(), "code": page.code} for page in pages[:limit]],
        "total": pages.count(),
        "url": _link(**{"co-quan": agency.name}),
    }


@register.simple_tag(takes_context=True)
def procedures_citing(context, document, limit: int = 30) -> list[Context]:
    """The procedures that rest on a legal document."""
    citing = ProcedureLegalBasis.objects.filter(document=document).values("page")
    current = current_pages(day_of(context["request"])).filter(pk__in=citing)
    pages = current.order_by("sort_name", "pk").only("title", "twin_note", "url_path")
    return [{"title": page.told_name, "url": page.get_url()} for page in pages[:limit]]


@register.filter
def folded(paragraphs: Sequence[str]) -> Folded:
    """A long text as `beginning`, which everybody sees, and `rest`."""
    return folding.folded(paragraphs)


@register.simple_tag
def linked_data(data: Context) -> SafeString:
    """Data for search engines, as a block that no browser executes: what could end it or begin markup is escaped."""
    said = json.dumps(data, ensure_ascii=False).translate(_MARKUP)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(said))  # noqa: S308
