"""Hits as lines that a citizen reads: name, where and how long and how much, for whom, why it was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.safestring import mark_safe

from agencies.models import Agency
from consequences.keys import agency_key, numbers, page_key
from pages.entry import PAGE_KINDS
from procedures_catalog.facts.vocabulary import LEVELS, ONLINE_LEVELS
from procedures_catalog.known_offices import directory
from procedures_catalog.models import ApplicantKind, ProcedurePage
from procedures_catalog.models.change_set import public_successors
from procedures_catalog.presenting.answering.answer import UNKNOWN
from procedures_catalog.store.doubts import doubts_in_lines
from procedures_catalog.store.in_lines import InLine, in_lines
from procedures_catalog.versions.todays_answers import todays_answers
from search.offices.which_day import day_asked
from search.question.query import Asked
from search.ranking.results import Hit
from search.site.reasons import marked_name, reason
from vietnamese.days import near

#: Facet → its values in words; other facets are no facts of a line.
FACTS = {"level": LEVELS, "online": ONLINE_LEVELS}
#: How many kinds of applicants a line names.
MOST_APPLICANTS = 2
NOT_KNOWN = "cổng chưa có giờ làm việc"
_NOTHING = InLine()
_ENDED = {"agency": "Không còn hoạt động", "procedure": "Đã bãi bỏ"}


def lines(hits: Sequence[Hit], asked: Asked, on: date, first: int = 1) -> list[dict[str, Any]]:
    """For each hit {title, name (safe HTML), note, url, kind_label, code, facts [str], state {kind, label}, why, piece
    (safe HTML: the reason, "" where the name is enough), position, counted from `first`, is_procedure}. Of procedures
    on a day also `where`, `time`, `fee` as their pages answer, `unverified`: the keys of those nobody has verified,
    `in_communes`, `used_when` or else `applicants`; of offices `office`: how to reach them
    (`agencies.site.present.counter`), also on the day that is asked for. Six queries, a dozen more where the province
    says something of a procedure itself, and nine where a day that a page names went by since its answers were
    noted."""
    beside, offices, names = _beside(hits, on), _offices(hits, asked, on), _agency_names(hits)
    applicants, doubts = _applicants(hits, beside), _doubts(hits, beside, on)
    successors = _successors(hits)
    return [
        _line(hit, asked, names, beside.get(hit.key, _NOTHING))
        | {"office": offices.get(hit.key), "applicants": applicants.get(hit.key, ""), "position": position}
        | {"unverified": doubts.get(hit.key, ()), "successors": successors.get(hit.key, ())}
        for position, hit in enumerate(hits, first)
    ]


def _line(hit: Hit, asked: Asked, agencies: Mapping[str, str], beside: InLine) -> dict[str, Any]:
    why, piece = reason(hit.title, beside.phrases, hit.text, asked)
    return {
        "note": beside.note,
        **{key: beside.answers.get(key, "") for key in ("where", "time", "fee")},
        "in_communes": beside.in_communes,
        "used_when": beside.used_when,
        "is_procedure": hit.kind == ProcedurePage.search_kind,
        "title": hit.title,
        "name": mark_safe(marked_name(hit.title, asked)),  # noqa: S308 - the snippet escapes all it takes over
        "url": hit.url,
        "kind_label": PAGE_KINDS.get(hit.kind, ""),
        "code": next(iter(hit.codes), ""),
        "why": why,
        "piece": mark_safe(piece),  # noqa: S308
        "facts": [*_facts(hit), *_owners(hit, agencies)],
        "state": _state(hit),
    }


def _facts(hit: Hit) -> Iterable[str]:
    return (words[value] for name, words in FACTS.items() for value in hit.facets.get(name, ()) if value in words)


def _owners(hit: Hit, agencies: Mapping[str, str]) -> list[str]:
    """The first agency by name; an agency needs none beside itself."""
    return [agencies[slug] for slug in _owner_slugs(hit) if slug in agencies][:1]


def _owner_slugs(hit: Hit) -> Sequence[str]:
    """Of procedures "where" says more."""
    return () if hit.kind in ("agency", ProcedurePage.search_kind) else hit.facets.get("agency", ())


def _agency_names(hits: Sequence[Hit]) -> Mapping[str, str]:
    slugs = {slug for hit in hits for slug in _owner_slugs(hit)}
    return dict(Agency.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}


def _beside(hits: Sequence[Hit], on: date) -> Mapping[str, InLine]:
    pages = numbers((hit.key for hit in hits if hit.kind == ProcedurePage.search_kind), "page")
    beside = in_lines(pages, on)
    today = todays_answers([pk for pk, line in beside.items() if line.may_be_over], on)
    return {page_key(pk): replace(line, answers=today.get(pk, line.answers)) for pk, line in beside.items()}


def _successors(hits: Sequence[Hit]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Key of a procedure that ended → name and address of each that took its place. Three queries, none where none
    ended."""
    keys = (hit.key for hit in hits if hit.kind == ProcedurePage.search_kind and not hit.is_current)
    if not (ids := numbers(keys, "page")):
        return {}
    ended = list(ProcedurePage.objects.filter(pk__in=ids).values_list("pk", "identity", "successor"))
    found = public_successors(ProcedurePage.objects.all(), [(identity, page) for _, identity, page in ended])
    return {
        page_key(pk): [(each.told_name, each.get_url() or "") for each in found.get(identity, ())]
        for pk, identity, _ in ended
    }


def _doubts(hits: Sequence[Hit], beside: Mapping[str, InLine], on: date) -> Mapping[str, Sequence[str]]:
    """Key → the keys of its answers that nobody has verified; what says that it is not known needs no mark."""
    found = doubts_in_lines(numbers((hit.key for hit in hits if hit.kind == ProcedurePage.search_kind), "page"), on)
    marked = {page_key(pk): keys for pk, keys in found.items()}
    return {
        key: [each for each in keys if beside[key].answers.get(each) not in (None, UNKNOWN[each])]
        for key, keys in marked.items()
        if key in beside
    }


def _applicants(hits: Sequence[Hit], beside: Mapping[str, InLine]) -> Mapping[str, str]:
    """Key → who may ask, of procedures of which nobody said when they are used."""
    slugs = {key: hit.facets.get("applicant", ()) for hit in hits
             if (key := hit.key) in beside and not beside[key].used_when}  # fmt: skip
    wanted = {slug for each in slugs.values() for slug in each}
    names = dict(ApplicantKind.objects.filter(slug__in=wanted).values_list("slug", "name")) if wanted else {}
    return {key: _together([names[slug] for slug in each if slug in names]) for key, each in slugs.items()}


def _together(names: Sequence[str]) -> str:
    more = len(names) - MOST_APPLICANTS
    return ", ".join(names[:MOST_APPLICANTS]) + (f" và {more} nhóm khác" if more > 0 else "")


def _offices(hits: Sequence[Hit], asked: Asked, on: date) -> Mapping[str, dict[str, Any]]:
    """Key of an agency in force on a day → how to reach it; its telephone and hours are read, not remembered. Where the
    question names another day also `asked_day`: what holds then."""
    wanted = {agency_key(pk): pk for pk in numbers((hit.key for hit in hits), "agency")}
    reached = directory(on).reached if wanted else {}
    day = day_asked(asked.name, on) if wanted else None
    return {
        key: reached[pk] | ({"asked_day": _hours_of(pk, day)} if day else {})
        for key, pk in wanted.items()
        if pk in reached
    }


def _hours_of(agency: int, day: date) -> str:
    then = directory(day).reached.get(agency, {}).get("today")
    return (then and then["named"]) or f"{near(day)}: {NOT_KNOWN}"


def _state(hit: Hit) -> dict[str, str]:
    if hit.is_current:
        return {"kind": "current", "label": "Đang áp dụng"}
    return {"kind": "abolished", "label": _ENDED.get(hit.kind, "Hết hiệu lực")}
