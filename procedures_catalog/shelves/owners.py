"""Reads the table of owners, and which procedures do not stand where it says."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wagtail.models import Page

from procedures_catalog.facts.naming import name_key
from procedures_catalog.models import CatalogueSettings, OwnerRule, ProcedureAgency, ProcedurePage, ProcedureShelfPage
from procedures_catalog.shelves.rules.owner_table import OwnerTable

PORTION = 500
#: Name and id in the registry.
Executing = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A procedure (the id of its page) with the id of the agency whose shelf it stands on and of the one that owns it;
    None is nobody in particular. `is_below` is False for one that stands on no shelf at all."""

    page: int
    now: int | None
    owner: int | None
    is_on_shelf: bool = True


def owner_table() -> OwnerTable:
    """The table as it is now. Two queries."""
    rows = list(OwnerRule.objects.all())
    settings = CatalogueSettings.objects.first()
    return OwnerTable(
        {name_key(row.executing_name): row.owner_id for row in rows if row.executing_name},
        {row.executing_id: row.owner_id for row in rows if row.executing_id},
        {row.sector_id: row.owner_id for row in rows if row.sector_id},
        settings.keeping_agency_id if settings else None,
    )


def misplaced(table: OwnerTable) -> Iterator[list[Misplaced]]:
    """The procedures that are not on their owner's shelf, as many as are read at a time; two queries each time."""
    shelves = dict(ProcedureShelfPage.objects.values_list("path", "agency"))
    last = 0
    while rows := list(_rows_after(last)):
        last = rows[-1][0]
        executing = _executing([pk for pk, *_ in rows])
        yield [
            Misplaced(pk, now, owner, is_on_shelf)
            for pk, path, chosen, sector in rows
            for above in [path[: -Page.steplen]]
            for now, is_on_shelf in [(shelves.get(above), above in shelves)]
            for owner in [table.owner(chosen, executing[pk], sector)]
            if not is_on_shelf or now != owner
        ]


def count_misplaced(table: OwnerTable) -> Counter[tuple[int | None, int | None]]:
    """(Agency whose shelf it is, owner) → how many procedures would move."""
    return Counter((each.now, each.owner) for portion in misplaced(table) for each in portion)


def _rows_after(last: int) -> Iterator[tuple[int, str, int | None, int | None]]:
    pages = ProcedurePage.objects.filter(pk__gt=last).order_by("pk")
    return pages.values_list("pk", "path", "agency", "sector")[:PORTION].iterator()


def _executing(pages: Sequence[int]) -> dict[int, list[Executing]]:
    rows = ProcedureAgency.objects.filter(page__in=pages, role="executing").order_by("page", "sort_order", "pk")
    found: dict[int, list[Executing]] = defaultdict(list)
    for page, name, registered in rows.values_list("page", "name", "registered"):
        found[page].append((name, registered))
    return found
