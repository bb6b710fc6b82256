"""What the catalogue's list shows: filters with counts, the choice made, and a page of procedures."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page as PageOfItems
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse

from agencies.day import another_day, asked_on, day_of, with_day
from pages.kept import kept
from pages.published import published
from procedures_catalog.any_day.in_lists import bring_lines_forward
from procedures_catalog.dated.announced import day_announced, days_announced, marked_to_come
from procedures_catalog.facts.agencies.counters_part import commune_letter
from procedures_catalog.facts.agencies.handed_in import filing_levels
from procedures_catalog.facts.in_hand.reading import CODES, read
from procedures_catalog.facts.vocabulary import LEVELS, NEAREST_FIRST, ONLINE_LEVELS, level_names
from procedures_catalog.models import ProcedurePage
from procedures_catalog.present_state import state_of
from procedures_catalog.presenting.answering.answer import UNKNOWN
from procedures_catalog.presenting.shown import STATES
from procedures_catalog.store.doubts import doubts_in_lines
from procedures_catalog.store.filters import CURRENT, FACETS, Choice, Facet, Option
from procedures_catalog.store.former_lists import listing_on
from procedures_catalog.store.in_lines import answers_noted
from procedures_catalog.versions.reading import answers_on

PAGE_SIZE = 20
_NOT_KEPT = {"state": {"kind": "unknown", "label": "Cổng không có bản nào của ngày này"}}
#: The answers that a line of the list says, besides the name.
_IN_A_LIST = {"where": "Nộp ở đâu", "time": "Bao lâu", "fee": "Bao nhiêu tiền"}
#: All that a line of the list and its address read of a page; procedures have megabytes besides.
_LINE = (
    *("title", "twin_note", "url_path", "code", "sector", "sector__name", "online_level"),
    *("valid_from", "valid_to", "ending_decision", "successor", "found_under", "taken_at", "identity"),
)
#: What a set may say otherwise of a later day.
_LATER = ("official_name",)


def list_context(request: HttpRequest, own_url: str) -> dict[str, Any]:
    """The list's template context for a request; nothing in the address can make it fail."""
    another, on = another_day(request), day_of(request)
    choice, listing = Choice.of(request.GET, another), listing_on(on, asked_on(request)) if another else CURRENT
    pages = _ready(choice.pages(on, listing=listing), *(_LATER if another else ()))
    results = Paginator(pages, PAGE_SIZE).get_page(request.GET.get("page"))
    found = list(results.object_list)
    results.object_list = _of_another_day(found, on, asked_on(request)) if another else _listed(found, on)
    options = choice.options(on, listing) if another else _options(choice, on)
    return {
        "query": choice.query,
        "listed_by": listing.told,
        "told": choice.told,
        "filters": [_filter(facet, found, choice) for facet, found in options],
        "applied": _applied(choice, options, own_url),
        "results": results,
        "total": results.paginator.count,
        "base_query": choice.address(),
        "kept": choice.kept,
        "ended": _ended_by_code(choice, on) if not results.paginator.count else [],
        "empty_help": _help(results, with_day(own_url, another), choice.query),
    }


def _of_another_day(pages: Sequence[ProcedurePage], on: date, today: date) -> list[dict[str, Any]]:
    """The lines; of a later day those of which something is approved for later still are marked. Two queries."""
    lines = lines_of_day(pages, on, today)
    if on < today:
        return lines
    days = days_announced([page.pk for page in pages], on)
    pairs = zip(pages, lines, strict=True)
    return [line | {"state": marked_to_come(line["state"], days.get(page.pk))} for page, line in pairs]


def lines_of_day(pages: Sequence[ProcedurePage], on: date, today: date) -> list[dict[str, Any]]:
    """The lines of pages on another day: what was read of it then, else the page by its days, of which no answer is
    told that may have been another. One query, whichever day it is."""
    if on > today:
        bring_lines_forward(pages, on)
    found = answers_on([page.identity_id for page in pages], on) if on < today else {}
    noted = {key: said for key, said in found.items() if said[1].get("state") != STATES["withdrawn"]}
    return [
        _noted_line(page, *noted[page.identity_id]) if page.identity_id in noted else list_item(page, on)
        for page in pages
    ]


def lines_by_page(page_ids: Iterable[int], on: date, today: date) -> dict[int, dict[str, Any]]:
    """The lines of published pages on another day, by page, however they were found; one of which nothing is kept of a
    former day says so. Three queries."""
    pages = list(_ready(ProcedurePage.objects.filter(pk__in=list(page_ids)), *_LATER))
    lines = zip(pages, lines_of_day(pages, on, today), strict=True)
    return {page.pk: line if "answers" in line or on >= today else line | _NOT_KEPT for page, line in lines}


def _noted_line(page: ProcedurePage, title: str, answers: Mapping[str, str]) -> dict[str, Any]:
    days, state = answers.get("validity", ""), answers.get("state", "")
    said = {name: answers.get(name, "") for name in ("code", "sector")}
    return {
        **said,
        "title": title,
        "note": page.twin_note if page.title == title else "",
        "url": page.get_url(),
        "levels": [LEVELS[key] for key in NEAREST_FIRST if LEVELS[key] in answers.get("level", "")],
        "in_communes": "",
        "online_level": answers.get("online", ""),
        "state": _state_then(state, days),
        "answers": _short_answers(answers),
    }


def _state_then(state: str, days: str) -> dict[str, str]:
    """By what the version said of its state and of its days."""
    if state != STATES["in_force"]:
        return {"kind": "abolished", "label": state}
    is_announced = days.startswith("sẽ")
    return {"kind": "upcoming" if is_announced else "current", "label": days[:1].upper() + days[1:]}


def _short_answers(answers: Mapping[str, str], unverified: Collection[str] = ()) -> list[dict[str, Any]]:
    """Where, how long and how much, as the page says it, with its mark; nothing of what is not noted yet."""
    return [
        {
            "key": key,
            "question": label,
            "text": answers[key],
            "verified": key not in unverified or answers[key] == UNKNOWN[key],
        }
        for key, label in _IN_A_LIST.items()
        if answers.get(key)
    ]


def _options(choice: Choice, on: date) -> list[tuple[Facet, list[Option]]]:
    """The filters' options; those of the whole catalogue, which most visits see, are kept."""
    if not choice.is_everything:
        return choice.options(on)
    offered = [facet for facet in FACETS if facet.is_offered]
    options = kept({facet.name: partial(facet.count, choice.pages(on), on) for facet in offered}, on)
    return [(facet, options[facet.name]) for facet in offered]


def _ready(pages, *more: str):
    lines = pages.only(*_LINE, *more).select_related("sector")
    return lines.order_by("sort_name", "pk").prefetch_related("levels")


def _listed(pages: Sequence[ProcedurePage], on: date) -> list[dict[str, Any]]:
    """The lines of one page of the list. What stands beside the name is asked for these lines alone: with the list
    itself, it would be gathered of the whole catalogue before that is sorted. Two queries, a dozen at most where the
    province says something of them itself."""
    these = ProcedurePage.objects.filter(pk__in=[page.pk for page in pages])
    rows = list(these.annotate(said=answers_noted(), coming=day_announced(on)).values_list("pk", "said", "coming"))
    doubts = doubts_in_lines([page.pk for page in pages], on)
    beside = {pk: {"answers": _short_answers(answers or {}, doubts.get(pk, ()))} for pk, answers, _ in rows}
    days = {pk: day for pk, _, day in rows}
    lines = ((page.pk, list_item(page, on)) for page in pages)
    return [line | {"state": marked_to_come(line["state"], days[pk])} | beside[pk] for pk, line in lines]


def list_item(page: ProcedurePage, on: date) -> dict[str, Any]:
    """One line of a list of procedures, as it is on a day; what it costs queries to know is not in it."""
    return {
        "title": page.title,
        "note": page.twin_note,
        "url": page.get_url(),
        "code": page.code,
        "sector": page.sector.name if page.sector else "",
        "levels": level_names(filing_levels(page, on)),
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


def _ended_by_code(choice: Choice, on: date) -> list[dict[str, Any]]:
    """What is asked for by its code and not listed because it holds no more. Two queries, none where no code is asked
    for."""
    held = read(choice.query)
    if held.kind not in CODES:
        return []
    pages = _ready(published(ProcedurePage.objects.filter(identity__codes__base=held.code)).distinct())
    items = [list_item(page, on) | {"until": page.valid_to, "decision": page.ending_decision} for page in pages]
    return [item for item in items if item["state"]["kind"] in ("abolished", "replaced")]


def _help(results: PageOfItems, own_url: str, query: str) -> list[dict[str, str]]:
    if results.paginator.count:
        return []
    everywhere = {"label": "Tìm trong toàn cổng", "url": f"{reverse('search')}?{urlencode({'q': query})}"}
    beside = [everywhere] if query else []
    return [
        *beside,
        {"label": "Xem toàn bộ danh mục", "url": own_url},
        {"label": "Tìm theo cơ quan", "url": "/co-quan/"},
    ]
