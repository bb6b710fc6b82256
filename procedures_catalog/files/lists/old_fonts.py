"""Gives the cells of a list that was written for an old font, or read in a wrong encoding, back as Unicode."""

from collections.abc import Iterator
from dataclasses import replace

from procedures_catalog.files.lists.row import UNREADABLE, Cell, Row
from vietnamese.old_encodings import in_unicode, is_western, written


def in_unicode_rows(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows, each judged by those of its cells together that an old font may have written; `font` says what was
    found. Cells in Unicode beside them stay."""
    return map(_row, rows)


def _row(row: Row) -> Row:
    old = {place: cell for place, cell in enumerate(row.cells) if isinstance(cell, str) and is_western(cell)}
    found = written("\n".join(old.values()))
    if not found.encoding:
        return row if found.is_readable else replace(row, font=UNREADABLE)
    cells: list[Cell] = list(row.cells)
    for place, cell in old.items():
        cells[place] = in_unicode(cell, found.encoding)
    return replace(row, cells=tuple(cells), font=found.encoding)
