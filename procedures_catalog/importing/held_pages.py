"""What the catalogue holds, read for comparing: plain columns and rows, several times faster than whole pages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from procedures_catalog.held import FactRows, fact_rows_of, record_of
from procedures_catalog.models import (
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureLegalBasis,
    ProcedureLevel,
    ProcedurePage,
)
from procedures_catalog.record import ProcedureRecord

_COLUMNS = (
    "pk", "live", "first_published_at", "has_unpublished_changes", "latest_revision_id", "latest_revision__user_id",
    "layer", "field__name", "code", "official_name", "decision_number", "kind", "steps", "receiving_address", "results",
    "conditions", "keywords", "description", "channels", "cases", "everyday_names", "online_level", "filing_url",
    "source_was_nfc", "original_wordings", "listed_code", "listed_name", "listed_field", "local_decision_number",
)  # fmt: skip


@dataclass(slots=True)
class HeldPage:
    """A page's columns (as attributes) and its rows."""

    columns: Any
    field: str
    rows: FactRows

    def record(self) -> ProcedureRecord:
        """Its official record."""
        return record_of(self.columns, self.field, self.rows)


def held_page(page: ProcedurePage) -> HeldPage:
    """The same for a page in hand, such as a draft."""
    return HeldPage(page, page.field.name if page.field else "", fact_rows_of(page))


def held_pages(ids: Sequence[int]) -> dict[int, HeldPage]:
    """The pages of the given ids, by id, in five queries."""
    levels = _by_page(ProcedureLevel.objects.filter(page__in=ids).values_list("page", "level", "layer"))
    agencies = _by_page(
        ProcedureAgency.objects.filter(page__in=ids).values_list("page", "role", "name", "registered__name")
    )
    applicants = _by_page(ProcedureApplicant.objects.filter(page__in=ids).values_list("page", "kind__name"))
    bases = _by_page(ProcedureLegalBasis.objects.filter(page__in=ids).values_list("page", "title", "number"))
    columns = ProcedurePage.objects.filter(pk__in=ids).values_list(*_COLUMNS, named=True)
    return {
        row.pk: HeldPage(
            row,
            row.field__name or "",
            FactRows(
                levels[row.pk],
                [(role, name or registered or "") for role, name, registered in agencies[row.pk]],
                [name for (name,) in applicants[row.pk]],
                bases[row.pk],
            ),
        )
        for row in columns
    }


def _by_page(rows: Iterable[tuple]) -> dict[int, list[tuple]]:
    grouped: dict[int, list[tuple]] = defaultdict(list)
    for page_id, *values in rows:
        grouped[page_id].append(tuple(values))
    return grouped
