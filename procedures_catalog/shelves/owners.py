"""Reads the table of owners, and which procedures do not stand where it says."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from wagtail.models import Page

from procedures_catalog.facts.naming import name_key
from procedures_catalog.models import CatalogueSettings, OwnerRule, ProcedureAgency, ProcedurePage, ProcedureShelfPage
from procedures_catalog.shelves.rules.owner_table import OwnerTable

PORTION = 500
#: Name and id in the registry.
_Executing = tuple[str, int | None]
#: Id of the page, its path, the agency that was chosen, the sector.
_Row = tuple[int, str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A procedure (the id of its page) with the id of the agency whose shelf it stands on and of the one that owns it;
    None is nobody in particular."""

    page: int
    now: int | None
    owner: int | None


def owner_table() -> OwnerTable:
    """The table as it is now. Two queries."""
    rows = list(OwnerRule.objects.all())
    return OwnerTable(
        {name_key(row.executing_name): row.owner_id for row in rows if row.executing_name},
        {row.executing_id: row.owner_id for row in rows if row.executing_id},
        {row.sector_id: row.owner_id for row in rows if row.sector_id},
        CatalogueSettings.in_use().keeping_agency_id,
    )


def misplaced(table: OwnerTable) -> Iterator[list[Misplaced]]:
    """The procedures that are not on their owner's shelf, as many as are read at a time; two queries each time."""
    shelves, last = _shelves(), 0
    while rows := list(_rows(pk__gt=last)):
        last = rows[-1][0]
        yield list(_elsewhere(table, shelves, rows))


def is_misplaced(page: int) -> bool:
    """Whether the procedure with this page is not on its owner's shelf. Five queries."""
    return any(_elsewhere(owner_table(), _shelves(), list(_rows(pk=page))))


def count_misplaced(table: OwnerTable) -> Counter[tuple[int | None, int | None]]:
    """(Agency whose shelf it is, owner) → how many procedures would move."""
    return Counter((each.now, each.owner) for portion in misplaced(table) for each in portion)


def _shelves() -> dict[str, int | None]:
    return dict(ProcedureShelfPage.objects.values_list("path", "agency"))


def _elsewhere(table: OwnerTable, shelves: Mapping[str, int | None], rows: Sequence[_Row]) -> Iterator[Misplaced]:
    executing = _executing([pk for pk, *_ in rows])
    for pk, path, chosen, sector in rows:
        above, owner = path[: -Page.steplen], table.owner(chosen, executing[pk], sector)
        if above not in shelves or shelves[above] != owner:
            yield Misplaced(pk, shelves.get(above), owner)


def _rows(**where: int) -> QuerySet[ProcedurePage, _Row]:
    pages = ProcedurePage.objects.filter(**where).order_by("pk")
    return pages.values_list("pk", "path", "agency", "sector")[:PORTION]


def _executing(pages: Sequence[int]) -> dict[int, list[_Executing]]:
    rows = ProcedureAgency.objects.filter(page__in=pages, role="executing").order_by("page", "sort_order", "pk")
    found: dict[int, list[_Executing]] = defaultdict(list)
    for page, name, registered in rows.values_list("page", "name", "registered"):
        found[page].append((name, registered))
    return found
