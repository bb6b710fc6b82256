"""What one counter takes: the list that hangs beside a commune's counter, and that of the province's centre."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agencies.day import day_of
from agencies.models import Agency
from agencies.models.agency import AgencyKind
from agencies.models.unit import UnitKind
from pages.kept import kept
from posting.place.place import COUNTER_KINDS
from procedures_catalog.facts.agencies.counters_part import TAKES, letters_of
from procedures_catalog.facts.agencies.known_offices import said_offices
from procedures_catalog.facts.titles.twins import told_name
from procedures_catalog.known_offices import directory
from procedures_catalog.models import PublishedVersion
from procedures_catalog.store.at_centres import (
    Centre,
    Pages,
    communes_take_provincial,
    taken_by_province,
    with_letter,
    with_part,
)
from procedures_catalog.store.filters import Choice, current_pages, facet_named
from vietnamese.order import sort_key

#: Of the province's centre, which takes some 1,700; a commune's own list is always whole, as its board is.
LINES_ON_A_PAGE = 500
#: Filters of the list besides the words.
_NARROWED_BY = "linh-vuc"
#: Headings; what leaves open who decides stands under one that claims nothing.
_DECIDED, _TAKEN, _RECEIVED = "Nộp và giải quyết tại đây", "Nộp tại đây", "Nộp tại đây, cơ quan khác giải quyết"
_ELSEWHERE = "Làm tại xã, phường, nộp ở cơ quan khác"
_COLUMNS = ("identity", "title", "twin_note", "slug", "code", "sector__name", "letter")
Line = dict[str, Any]


@require_safe
def counter_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The procedures of a commune's counter or of the province's, by what it has to do with them, then by sector;
    narrowed by words and sector as the catalogue is. 404 for an agency that is no such counter; one that has ended
    leads to its page."""
    agency, on = get_object_or_404(Agency.objects.select_related("unit", "parent"), slug=slug), day_of(request)
    centre = centre_of(agency)
    if centre is None:
        raise Http404
    if not agency.is_in_force(on):
        return redirect(agency)
    asked = Choice.of(request.GET)
    choice = Choice(
        asked.query, {key: value for key, value in asked.values.items() if key == _NARROWED_BY}, told=asked.told
    )
    if centre == "commune":
        context = _of_commune(choice, agency.unit.code, on)
    else:
        context = _of_province(choice, on, request.GET.get("page"))
    frame = {
        "page": {"title": f"Thủ tục nộp tại {agency.name}"},
        "agency": agency,
        "choice": choice,
        "sectors": _sectors(choice, centre, on),
    }
    return render(request, "posting/counter_list.html", frame | context)


def centre_of(agency: Agency) -> Centre | None:
    """Whose centre an agency is: a commune's (its committee counts as such), the province's; None for all others."""
    if agency.unit and agency.unit.kind == UnitKind.COMMUNE and agency.kind in COUNTER_KINDS:
        return "commune"
    of_province = (agency.unit and agency.unit.kind == UnitKind.PROVINCE) or (
        agency.parent and agency.parent.kind == AgencyKind.PROVINCIAL_COMMITTEE
    )
    return "province" if agency.kind == AgencyKind.COUNTER and of_province else None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a counter takes, in numbers: in all, and of a commune's what it decides itself; and where all is listed."""

    total: int
    decided: int
    url: str


def taken_at_counter(agency: Agency, on: date) -> Taken | None:
    """Of the list of a counter; None for an agency that is none. One query while nothing changes."""
    centre = centre_of(agency)
    if centre is None or not agency.is_in_force(on):
        return None
    name = f"taken_at_{centre}"
    total, decided = kept({name: partial(_counted, centre, on)}, on)[name]
    return Taken(total, decided, reverse("counter_list", args=[agency.slug])) if total else None


def _counted(centre: Centre, on: date) -> tuple[int, int]:
    pages = current_pages(on)
    if centre == "province":
        return taken_by_province(pages, on).count(), 0
    return handed_in_at_commune(pages, on).count(), with_part(at_commune(pages, on), "decides", on).count()


def handed_in_at_commune(pages: Pages, on: date) -> Pages:
    """Of these what is handed in at the commune's centre itself. One query more, for the rule of law."""
    takes = communes_take_provincial(on)
    letters = letters_of("decides", takes) | letters_of("receives", takes)
    return with_letter(at_commune(pages, on), "commune", on).filter(Q(("letter__in", letters)))


def at_commune(pages: Pages, on: date) -> Pages:
    """What is handed in within a commune, as its board shows it."""
    return facet_named("cap").narrow(pages, "commune", on)


def _of_commune(choice: Choice, commune: str, on: date) -> dict[str, Any]:
    takes, pages = communes_take_provincial(on), choice.pages(on)
    lines = _lines(with_letter(at_commune(pages, on), "commune", on))
    held = {label: [line for line in lines if line["letter"] in letters] for label, letters in _under(takes).items()}
    elsewhere = held.pop(_ELSEWHERE)
    groups = [_group(label, these) for label, these in held.items()]
    groups += _by_office(elsewhere, commune, on)
    everywhere = with_part(pages, "receives", on).count() if takes else 0
    received = len(held[_TAKEN]) + len(held[_RECEIVED])
    return {
        "groups": [group for group in groups if group["sectors"]],
        "total": len(held[_DECIDED]) + received,
        "elsewhere": len(elsewhere),
        "for_province": everywhere - received,
        "all_received_url": f"{reverse('catalogue')}?{choice.address(**{'tai-xa': 'tiep-nhan'})}",
    }


def _group(label: str, lines: Sequence[Line], office: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Lines under a heading, and the office to which they go where that is another."""
    return {"label": label, "sectors": _by_sector(lines), "total": len(lines), "office": office}


def _by_office(lines: Sequence[Line], commune: str, on: date) -> Iterator[dict[str, Any]]:
    """What is handed in elsewhere: by the commune's own offices that are known, then the rest. Two queries."""
    known, told = directory(on), _told_where([line["identity"] for line in lines])
    found: dict[int, list[Line]] = {}
    for line in lines:
        line["where"] = told.get(line["identity"], "")
        offices = known.offices.all_meant(said_offices(line["where"]), commune)
        found.setdefault(offices[0].id if len(offices) == 1 else 0, []).append(line)
    rest = found.pop(0, [])
    for office, these in found.items():
        yield _group(f"Nộp tại {known.reached[office]['name']}", these, known.reached[office])
    yield _group(_ELSEWHERE, rest)


def _told_where(identities: Sequence[int]) -> Mapping[int, str]:
    """Identity → where its page says that it is handed in."""
    versions = PublishedVersion.objects.filter(is_current=True, identity__in=identities)
    return {identity: answers.get("where", "") for identity, answers in versions.values_list("identity", "answers")}


def _under(takes: bool) -> Mapping[str, frozenset[str]]:
    """Heading → the letters under it, in the order of the list."""
    received = letters_of("receives", takes)
    return {
        _DECIDED: letters_of("decides", takes),
        _TAKEN: received & {TAKES},
        _RECEIVED: received - {TAKES},
        _ELSEWHERE: letters_of("elsewhere", takes),
    }


def _of_province(choice: Choice, on: date, number: str | None) -> dict[str, Any]:
    lines = Paginator(_lines(taken_by_province(choice.pages(on), on)), LINES_ON_A_PAGE).get_page(number)
    groups = [{"label": "", "sectors": _by_sector(lines.object_list)}]
    return {
        "groups": groups if lines.paginator.count else [],
        "total": lines.paginator.count,
        "lines": lines,
        "base_query": choice.address(),
    }


def _lines(pages: Pages) -> list[Line]:
    """By sector and name as in the catalogue; without a sector last."""
    rows = pages.order_by("sort_name", "pk").values_list(*_COLUMNS)
    return sorted((_line(dict(zip(_COLUMNS, row, strict=True))) for row in rows), key=_place)


def _line(row: Line) -> Line:
    return {
        "name": told_name(row["title"], row["twin_note"]),
        "url": reverse("procedure", args=[row["slug"]]),
        "code": row["code"],
        "sector": row["sector__name"] or "",
        "letter": row["letter"],
        "identity": row["identity"],
    }


def _place(line: Line) -> tuple[object, ...]:
    return not line["sector"], sort_key(line["sector"])


def _by_sector(lines: Iterable[Line]) -> Sequence[dict[str, Any]]:
    return [{"name": name, "lines": list(these)} for name, these in groupby(lines, key=lambda line: line["sector"])]


def _sectors(choice: Choice, centre: Centre, on: date) -> list[dict[str, Any]]:
    """The sectors that the list has, to choose from."""
    pages = choice.pages(on, without=_NARROWED_BY)
    held = at_commune(pages, on) if centre == "commune" else taken_by_province(pages, on)
    options = facet_named(_NARROWED_BY).count(held, on)
    chosen = choice.values.get(_NARROWED_BY, "")
    shown = [{"value": each.value, "label": each.label, "is_chosen": each.value == chosen} for each in options]
    return sorted(shown, key=lambda each: sort_key(str(each["label"])))
