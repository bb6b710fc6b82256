"""What one counter takes: the list that hangs beside a commune's counter, and that of the province's centre."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
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
from procedures_catalog.facts.agencies.counters_part import Part, letters_of
from procedures_catalog.facts.titles.twins import told_name
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
_SAID: Mapping[Part, str] = {
    "decides": "Nộp và giải quyết tại đây",
    "receives": "Nộp tại đây, cơ quan khác giải quyết",
    "elsewhere": "Làm tại xã, phường, nộp ở cơ quan khác",
}
_COLUMNS = ("title", "twin_note", "slug", "code", "sector__name", "letter")
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
    choice = Choice(asked.query, {key: value for key, value in asked.values.items() if key == _NARROWED_BY})
    context = _of_commune(choice, on) if centre == "commune" else _of_province(choice, on, request.GET.get("page"))
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
    return at_commune(pages, on).count(), with_part(pages, "decides", on).count()


def at_commune(pages: Pages, on: date) -> Pages:
    """What is handed in within a commune, as its board shows it."""
    return facet_named("cap").narrow(pages, "commune", on)


def _of_commune(choice: Choice, on: date) -> dict[str, Any]:
    takes, pages = communes_take_provincial(on), choice.pages(on)
    lines = _lines(with_letter(at_commune(pages, on), "commune", on))
    groups = [
        {"label": label, "sectors": _by_sector(line for line in lines if line["letter"] in letters_of(part, takes))}
        for part, label in _SAID.items()
    ]
    everywhere = with_part(pages, "receives", on).count() if takes else 0
    received = sum(line["letter"] in letters_of("receives", takes) for line in lines)
    return {
        "groups": [group for group in groups if group["sectors"]],
        "total": len(lines),
        "for_province": everywhere - received,
        "all_received_url": f"{reverse('catalogue')}?{choice.address(**{'tai-xa': 'tiep-nhan'})}",
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
    """By sector and name as on a board; without a sector last."""
    rows = [dict(zip(_COLUMNS, row, strict=True)) for row in pages.order_by().values_list(*_COLUMNS)]
    return sorted(map(_line, rows), key=_place)


def _line(row: Line) -> Line:
    return {
        "name": told_name(row["title"], row["twin_note"]),
        "url": reverse("procedure", args=[row["slug"]]),
        "code": row["code"],
        "sector": row["sector__name"] or "",
        "letter": row["letter"],
    }


def _place(line: Line) -> tuple[object, ...]:
    return (not line["sector"], sort_key(line["sector"]), sort_key(line["name"]), line["code"])


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
