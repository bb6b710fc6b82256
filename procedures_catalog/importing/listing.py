"""What a province's own list says of a procedure: kept beside the national text, never mixed into it."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.db.models import Field as DatabaseField

from procedures_catalog.facts.vocabulary import LEVELS, ONLINE_LEVELS
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.judging.changes import Change
from procedures_catalog.importing.judging.formatting import without_formatting
from procedures_catalog.models import CatalogueSettings, ProcedureLevel, ProcedurePage
from procedures_catalog.store.held_pages import HeldPage

#: Field of the record → column of the page that keeps what the list says of it.
COLUMNS = {
    "code": "listed_code",
    "name": "listed_name",
    "sector": "listed_sector",
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


def listing_changes(held: HeldPage, row: ReadRow) -> tuple[Change, ...]:
    """What the row says otherwise than the page holds, one change a column."""
    page = held.columns
    found = [
        (column, getattr(page, column), value)
        for column, value in read_listing(row).items()
        if without_formatting(getattr(page, column)) != without_formatting(value)
    ]
    levels = held.rows.levels_of("local")
    if "levels" in row.known and set(levels) != set(row.record.levels):
        found.append(("levels", _level_names(levels), _level_names(row.record.levels)))
    return tuple(
        Change(page.code, page.official_name, _label(name), _in_words(name, before), _in_words(name, after))
        for name, before, after in found
    )


def listing_clashes(live: HeldPage, row: ReadRow, ours: HeldPage) -> tuple[Change, ...]:
    """What both the row and ours, a draft of the page, change in different ways: ours as before, the row's as after."""
    changed = {change.field: change.before for change in listing_changes(live, row)}
    return tuple(
        change
        for change in listing_changes(ours, row)
        if change.field in changed and changed[change.field] != change.before
    )


def _label(column: str) -> str:
    label = "cấp thực hiện" if column == "levels" else str(_column(column).verbose_name)
    return f"{label[:1].upper()}{label[1:]}"


def _in_words(column: str, value: str) -> str:
    """What people read for a value that is kept as a word of the program."""
    return ONLINE_LEVELS.get(value, value) if column == "online_level" else value


def _column(name: str) -> DatabaseField:
    return cast(DatabaseField, ProcedurePage._meta.get_field(name))  # what a list says stands in columns of the page


def _level_names(levels: Iterable[str]) -> str:
    return "; ".join(LEVELS[level] for level in levels)


def level_rows(page_id: int, levels: Sequence[str], rules: CatalogueSettings) -> list[ProcedureLevel]:
    """The list's levels as rows; the district level ends on the day on which districts did, by the law that says so."""
    return [
        ProcedureLevel(
            page_id=page_id,
            level=level,
            layer="local",
            valid_to=rules.district_level_ended if level == "district" else None,
            decision=rules.district_level_citation if level == "district" else "",
            sort_order=order,
        )
        for order, level in enumerate(levels)
    ]
