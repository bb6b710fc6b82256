"""Headings over two or three lines: a group (“Cấp giải quyết”) above what it holds (“Tỉnh”, “Xã”) becomes one heading
for each of its columns, “Cấp giải quyết › Tỉnh”."""

import re
from collections.abc import Callable, Iterator, Sequence

from procedures_catalog.files.lists.headings import GROUP, claim
from procedures_catalog.files.lists.row import Cell, Row

#: Below the first line stand so many more at most.
_MORE = 2
_LONGEST = 80
#: What stands in rows of data, and in the row that numbers the columns.
_DATA = re.compile(r"\d{4}|^\W*\d+\W*$")


class Ahead:
    """Rows that can be looked at before they are taken."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._next: Row | None = None

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        row, self._next = self._next, None
        return next(self._rows) if row is None else row

    def peek(self) -> Row | None:
        """The next row; None at the end."""
        if self._next is None:
            self._next = next(self._rows, None)
        return self._next


def lines_joined(cells: Sequence[Cell], below: Ahead, is_whole: Callable[[Sequence[Cell]], bool]) -> Sequence[Cell]:
    """The line of headings with those that stand below it as its second and third line, which are taken; `is_whole`
    says of a line whether it names what a list must have."""
    for _ in range(_MORE):
        row = below.peek()
        if row is None or not _goes_on(cells, row.cells) or not is_whole(joined := _joined(cells, row.cells)):
            break
        next(below)
        cells = joined
    return cells


def _goes_on(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a line stands below another as its second: each of its texts under a heading that goes on to the right,
    and nothing under those that stand for themselves."""
    if sum(1 for cell in above if cell != "") < 2 or not any(isinstance(cell, str) and claim(cell) for cell in above):
        return False
    own = _own(above, below)
    texts = [below[place] for place in own]
    return (
        bool(own) and all(map(_may_be_heading, texts)) and all(_group(place, above, own) is not None for place in own)
    )


def _own(above: Sequence[Cell], below: Sequence[Cell]) -> list[int]:
    """The places where the line below has a text; one that repeats what stands above is merged with it."""
    return [place for place, cell in enumerate(below) if cell != "" and (place >= len(above) or cell != above[place])]


def _may_be_heading(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= _LONGEST and not _DATA.search(cell)


def _group(place: int, above: Sequence[Cell], own: Sequence[int]) -> int | None:
    """The place of the heading that a text below belongs to: over it or to its left, and wider than one column."""
    at = place
    while at >= len(above) or above[at] == "":
        if at == 0 or at not in own:
            return None
        at -= 1
    goes_on = at + 1 in own and (at + 1 >= len(above) or above[at + 1] == "")
    return at if at in own and goes_on else None


def _joined(above: Sequence[Cell], below: Sequence[Cell]) -> list[Cell]:
    own = _own(above, below)
    cells: list[Cell] = [*above, *[""] * (len(below) - len(above))]
    for place in own:
        group = _group(place, above, own)
        if group is not None:
            cells[place] = f"{above[group]}{GROUP}{below[place]}"
    return cells
