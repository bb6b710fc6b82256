"""What the catalogue's list shows: filters with counts, the choice made, and a page of procedures."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.core.paginator import Page as PageOfItems
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest

from agencies.day import day_of
from pages.kept import kept
from procedures_catalog.facts.agencies.counters_part import commune_letter
from procedures_catalog.facts.vocabulary import LEVELS, ONLINE_LEVELS
from procedures_catalog.models import ProcedureAgency, ProcedurePage, PublishedVersion
from procedures_catalog.present_state import state_of
from procedures_catalog.store.filters import FACETS, Choice, Facet, Option

PAGE_SIZE = 20
#: The answers that a line of the list says, besides the name.
_IN_A_LIST = {"where": "Nộp ở đâu", "time": "Bao lâu", "fee": "Bao nhiêu tiền"}
#: All that a line of the list and its address read of a page; procedures have megabytes besides.
_LINE = (
    *("title", "twin_note", "url_path", "code", "sector", "sector__name", "online_level"),
    *("valid_from", "valid_to", "ending_decision", "successor", "taken_at"),
)


def list_context(request: HttpRequest, own_url: str) -> dict[str, Any]:
    """The list's template context for a request; nothing in the address can make it fail."""
    choice, on = Choice.of(request.GET), day_of(request)
    pages = _ready(choice.pages(on))
    results = Paginator(pages, PAGE_SIZE).get_page(request.GET.get("page"))
    results.object_list = _listed(list(results.object_list), on)
    options = _options(choice, on)
    return {
        "query": choice.query,
        "filters": [_filter(facet, found, choice) for facet, found in options],
        "applied": _applied(choice, options, own_url),
        "results": results,
        "total": results.paginator.count,
        "base_query": choice.address(),
        "empty_help": _help(results, own_url),
    }


def _short_answers(answers: Mapping[str, str]) -> list[dict[str, str]]:
    """Where, how long and how much, as the page says it; nothing of what is not noted yet."""
    return [
        {"key": key, "question": label, "text": answers[key]} for key, label in _IN_A_LIST.items() if answers.get(key)
    ]


def _options(choice: Choice, on: date) -> list[tuple[Facet, list[Option]]]:
    """The filters' options; those of the whole catalogue, which most visits see, are kept."""
    if not choice.is_everything:
        return choice.options(on)
    offered = [facet for facet in FACETS if facet.is_offered]
    options = kept({facet.name: partial(facet.count, choice.pages(on), on) for facet in offered}, on)
    return [(facet, options[facet.name]) for facet in offered]


def _ready(pages):
    lines = pages.only(*_LINE).select_related("sector")
    return lines.order_by("sort_name", "pk").prefetch_related("levels")


def _listed(pages: Sequence[ProcedurePage], on: date) -> list[dict[str, Any]]:
    """The lines of one page of the list. What stands beside the name costs one query, for these lines alone: asked for
    with the list itself, it would be gathered of the whole catalogue before that is sorted."""
    said = PublishedVersion.objects.filter(is_current=True, identity=OuterRef("identity")).values("answers")[:1]
    executing = ProcedureAgency.objects.filter(role="executing", page=OuterRef("pk")).order_by("pk").values("name")[:1]
    these = ProcedurePage.objects.filter(pk__in=[page.pk for page in pages])
    rows = these.annotate(said=Subquery(said), by=Subquery(executing)).values_list("pk", "said", "by")
    beside = {pk: {"answers": _short_answers(answers or {}), "agency": agency or ""} for pk, answers, agency in rows}
    return [list_item(page, on) | beside[page.pk] for page in pages]


def list_item(page: ProcedurePage, on: date) -> dict[str, Any]:
    """One line of a list of procedures, as it is on a day; what it costs queries to know is not in it."""
    return {
        "title": page.title,
        "note": page.twin_note,
        "url": page.get_url(),
        "code": page.code,
        "sector": page.sector.name if page.sector else "",
        "levels": [LEVELS[level] for level in page.present_levels(on)],
        "in_communes": commune_letter(page.taken_at, page.present_levels(on)),
        "online_level": ONLINE_LEVELS.get(page.online_level, ""),
        "state": state_of(page, on),
    }


def _filter(facet: Facet, options: list[Option], choice: Choice) -> dict[str, Any]:
    value = choice.values.get(facet.name, "")
    items = [
        {"value": option.value, "label": option.label, "count": option.count, "selected": option.value == value}
        for option in options
    ]
    return {"name": facet.name, "label": facet.label, "options": items, "selected_label": _label(options, value)}


def _label(options: list[Option], value: str) -> str:
    """What people read for a chosen value; the value itself when no procedure has it."""
    return next((option.label for option in options if option.value == value), value)


def _applied(choice: Choice, options: list[tuple[Facet, list[Option]]], own_url: str) -> list[dict[str, str]]:
    labels = {facet.name: _label(found, choice.values.get(facet.name, "")) for facet, found in options}
    words = [("q", f"“{choice.query}”")] if choice.query else []
    chosen = [*words, *((facet.name, labels[facet.name]) for facet in FACETS if facet.name in choice.values)]
    return [{"label": label, "remove_url": f"{own_url}?{choice.address(**{name: ''})}"} for name, label in chosen]


def _help(results: PageOfItems, own_url: str) -> list[dict[str, str]]:
    if results.paginator.count:
        return []
    return [{"label": "Xem toàn bộ danh mục", "url": own_url}, {"label": "Tìm theo cơ quan", "url": "/co-quan/"}]
