"""What the catalogue holds, read for comparing: plain columns and rows, several times faster than whole pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from procedures_catalog.facts.held import FactRows, fact_rows_of, record_of
from procedures_catalog.facts.parts.table import RECORD_COLUMNS
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.held_rows import fact_rows

_COLUMNS = (
    "pk", "live", "first_published_at", "has_unpublished_changes", "latest_revision_id", "latest_revision__user_id",
    "layer", "sector__name", *RECORD_COLUMNS, "listed_code", "listed_name", "listed_sector", "local_decision_number",
)  # fmt: skip


@dataclass(slots=True)
class HeldPage:
    """A page's columns (as attributes) and its rows."""

    columns: Any
    sector: str
    rows: FactRows

    def record(self) -> ProcedureRecord:
        """Its official record."""
        return record_of(self.columns, self.sector, self.rows)


def held_page(page: ProcedurePage) -> HeldPage:
    """The same for a page in hand, such as a draft."""
    return HeldPage(page, page.sector.name if page.sector else "", fact_rows_of(page))


def held_pages(ids: Sequence[int], more: Sequence[str] = ()) -> dict[int, HeldPage]:
    """The pages of the given ids, by id, in five queries; `more` names further columns to read."""
    rows = fact_rows(ids)
    columns = ProcedurePage.objects.filter(pk__in=ids).values_list(*_COLUMNS, *more, named=True)
    return {row.pk: HeldPage(row, row.sector__name or "", rows[row.pk]) for row in columns}
