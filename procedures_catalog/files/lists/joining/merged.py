"""Cells that are merged downwards: the file has their value in the first row only, people read it in all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from procedures_catalog.files.lists.row import Cell, Row

#: Row where it begins → its column and its last row, columns counted from 0; of one that is several columns wide the
#: first, where its value stands.
Merged: TypeAlias = dict[int, list[tuple[int, int]]]


def filled(rows: Iterator[Row], merged: Merged) -> Iterator[Row]:
    """The rows with what merged cells above say in them; rows that have nothing of their own are not among them."""
    open_cells: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        open_cells = {at: (last, cell) for at, (last, cell) in open_cells.items() if last >= row.number}
        full = _filled(row, open_cells) if open_cells else row
        for at, last in merged.get(row.number, ()):
            if at < len(row.cells) and row.cells[at] != "":
                open_cells[at] = last, row.cells[at]
        yield full


def _filled(row: Row, open_cells: Mapping[int, tuple[int, Cell]]) -> Row:
    size = max(len(row.cells), max(open_cells) + 1)
    cells = [*row.cells, *[""] * (size - len(row.cells))]
    covered = frozenset(at for at in open_cells if cells[at] == "")
    for at in covered:
        cells[at] = open_cells[at][1]
    return replace(row, cells=tuple(cells), covered=covered)
