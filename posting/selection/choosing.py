"""Chooses the procedures of a selection, in the order in which they stand on paper."""

import dataclasses
import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from agencies.models import AdministrativeUnit, Agency
from agencies.models.agency import AgencyKind
from agencies.models.unit import UnitKind
from agencies.store.places import find_places, who_followed
from posting.rules.refusal import CannotPrintError, nearest, shortened
from posting.rules.selection import Selection
from posting.selection.by_code import with_codes
from procedures_catalog.facts.titles.twins import told_name
from procedures_catalog.models import ProcedureAgency, PublishedVersion, Sector
from procedures_catalog.store.filters import Pages, current_pages, facet_named
from vietnamese.fold import fold
from vietnamese.order import sort_key

_MOST_SHOWN = 5
_EMPTY_WORDS = re.compile(r"^thủ\s+tục\s+", re.IGNORECASE)
_OF_COMMUNES = (AgencyKind.COMMUNE_COMMITTEE, AgencyKind.COUNTER)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A procedure that will be printed: the ids of its page and its identity, and what lists show of it."""

    page: int
    identity: int
    short_code: str
    code: str
    name: str
    sector: str


def choose(selection: Selection, on: datetime.date) -> list[Chosen]:
    """The published procedures of a selection by sector, then by name, in the order of the Vietnamese alphabet.

    Only those in force on that day, but for one that is asked for by its code. Raises CannotPrintError for a code,
    sector, agency or commune that is not known, with the names most like it, and when nothing is left to print.
    """
    if selection.is_empty:
        raise CannotPrintError(
            "Hãy chọn thủ tục cần in: theo mã, lĩnh vực, cơ quan, xã, danh mục của tỉnh, hoặc tất cả."
        )
    pages = _narrowed(_starting(selection.codes, on), selection, on)
    found = [_chosen(row) for row in pages.values(*_COLUMNS)]
    if not found:
        raise CannotPrintError("Không có thủ tục nào đang công bố hợp với cách chọn này.")
    return sorted(found, key=_place)


def settled(selection: Selection, on: datetime.date) -> Selection:
    """The same selection in names that do not change: slugs, and the commune's code. Raises CannotPrintError."""
    return dataclasses.replace(
        selection,
        sector=selection.sector and sector_of(selection.sector).slug,
        agency=selection.agency and agency_of(selection.agency, on).slug,
        commune=selection.commune and commune_by_name(selection.commune, on).code,
    )


_COLUMNS = ("pk", "identity_id", "identity__short_code", "code", "title", "twin_note", "sector__name")


def _chosen(row: Mapping[str, Any]) -> Chosen:
    return Chosen(
        page=row["pk"],
        identity=row["identity_id"],
        short_code=row["identity__short_code"],
        code=row["code"],
        name=told_name(row["title"], row["twin_note"]),
        sector=row["sector__name"] or "",
    )


def _place(chosen: Chosen) -> tuple[object, ...]:
    """Procedures without a sector come last. Half of the names begin with "Thủ tục", which says nothing."""
    name = _EMPTY_WORDS.sub("", chosen.name)
    return (not chosen.sector, sort_key(chosen.sector), sort_key(name), sort_key(chosen.name), chosen.code)


def _starting(codes: Sequence[str], on: datetime.date) -> Pages:
    return with_codes(codes) if codes else current_pages(on)


def _narrowed(pages: Pages, selection: Selection, on: datetime.date) -> Pages:
    if selection.sector:
        pages = pages.filter(sector=sector_of(selection.sector))
    if selection.agency:
        pages = _of_agency(pages, agency_of(selection.agency, on), on)
    if selection.executing:
        pages = facet_named("co-quan").narrow(pages, selection.executing, on)
    if selection.listed:
        pages = pages.exclude(listed_code="")
    if selection.commune:
        commune_by_name(selection.commune, on)
    for level in filter(None, (selection.level, "commune" if selection.commune else "")):
        pages = facet_named("cap").narrow(pages, level, on)
    return _changed(pages, selection.changed_since) if selection.changed_since else pages


# --- By sector, agency, commune --------------------------------------------------------------------


def sector_of(typed: str) -> Sector:
    """The sector with this slug or name, marks and case aside. Raises CannotPrintError."""
    sectors = list(Sector.objects.all())
    wanted = fold(typed)
    found = [sector for sector in sectors if typed == sector.slug or wanted == fold(sector.name)]
    if not found:
        names = nearest(typed, [sector.name for sector in sectors])
        raise CannotPrintError(f"Không có lĩnh vực “{shortened(typed)}”.{names}")
    return found[0]


def agency_of(typed: str, on: datetime.date) -> Agency:
    """The agency in force with this slug or name, marks and case aside. Raises CannotPrintError."""
    agencies = list(Agency.objects.in_force(on).select_related("unit"))
    wanted = fold(typed)
    found = [one for one in agencies if typed == one.slug or wanted in (fold(one.name), fold(one.short_name))]
    if not found:
        names = nearest(typed, [agency.name for agency in agencies])
        raise CannotPrintError(f"Không có cơ quan “{shortened(typed)}”.{names}")
    return found[0]


def _of_agency(pages: Pages, agency: Agency, on: datetime.date) -> Pages:
    """Those in which it has a role or which it keeps; of a commune's committee or counter, its level's."""
    if agency.kind in _OF_COMMUNES and agency.unit and agency.unit.kind == UnitKind.COMMUNE:
        return facet_named("cap").narrow(pages, "commune", on)
    names = [name for name in (agency.name, agency.short_name) if name]
    rows = ProcedureAgency.objects.filter(Q(registered=agency) | Q(name__in=names), page=OuterRef("pk"))
    return pages.filter(Q(Exists(rows)) | Q(agency=agency))


def commune_by_name(typed: str, on: datetime.date) -> AdministrativeUnit:
    """The commune in force with this code, slug or name, or that holds the ground of one. Raises CannotPrintError."""
    communes = AdministrativeUnit.objects.in_force(on).filter(kind=UnitKind.COMMUNE)
    named = communes.filter(Q(code=typed) | Q(slug=typed)).order_by("pk")
    found = list(named) or who_followed(typed, on)[1] or _by_any_name(typed, on)
    if len(found) == 1:
        return found[0]
    if found:
        names = "; ".join(f"{unit.name} ({unit.code})" for unit in found[:_MOST_SHOWN])
        raise CannotPrintError(f"“{shortened(typed)}” có thể là nhiều xã, phường: {names}. Hãy ghi mã đơn vị.")
    names = nearest(typed, communes.values_list("name", flat=True))
    raise CannotPrintError(f"Không có xã, phường “{shortened(typed)}”.{names}")


def _by_any_name(typed: str, on: datetime.date) -> list[AdministrativeUnit]:
    found = find_places(typed, on)
    return [] if any(match.how == "near" for match in found.matches) else list(found.communes)


# --- By change ------------------------------------------------------------------------------------


def _changed(pages: Pages, day: datetime.date) -> Pages:
    since = timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
    return pages.filter(Exists(PublishedVersion.objects.filter(identity=OuterRef("identity"), noted_at__gte=since)))
