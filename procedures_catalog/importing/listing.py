"""What a province's own list says of a procedure: kept beside the national text, never mixed into it."""

import datetime
from collections.abc import Sequence
from typing import Any

from procedures_catalog.importing.complaints import ReadRow
from procedures_catalog.importing.formatting import plain
from procedures_catalog.importing.held_pages import HeldPage
from procedures_catalog.models import ProcedureLevel, ProcedurePage

#: Field of the record → column of the page that keeps what the list says of it.
COLUMNS = {
    "code": "listed_code",
    "name": "listed_name",
    "field": "listed_field",
    "decision_number": "local_decision_number",
    "online_level": "online_level",
}


def read_listing(row: ReadRow) -> dict[str, Any]:
    """The columns that a row of the list speaks of."""
    return {column: getattr(row.record, name) for name, column in COLUMNS.items() if name in row.known}


def set_listing(page: ProcedurePage, row: ReadRow) -> None:
    """Puts what the list says into the page's columns for it."""
    for column, value in read_listing(row).items():
        setattr(page, column, value)


def listing_differs(held: HeldPage, row: ReadRow) -> bool:
    """Whether the page holds anything else than the row says."""
    if any(plain(getattr(held.columns, column)) != plain(value) for column, value in read_listing(row).items()):
        return True
    return "levels" in row.known and set(held.rows.levels_of("local")) != set(row.record.levels)


def level_rows(page_id: int, levels: Sequence[str], district_ended: datetime.date) -> list[ProcedureLevel]:
    """The list's levels as rows; the district level ends on the day on which districts did."""
    return [
        ProcedureLevel(
            page_id=page_id,
            level=level,
            layer="local",
            valid_to=district_ended if level == "district" else None,
            sort_order=order,
        )
        for order, level in enumerate(levels)
    ]
