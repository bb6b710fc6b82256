"""One row of a list as its file has it: cells with the number that a user counts by."""

from dataclasses import dataclass
from typing import TypeAlias

#: In place of the name of an encoding.
UNREADABLE = "?"
Cell: TypeAlias = str | int | float


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it: its number as a user counts, its cells without the empty ones at the end.

    `fault` says in Vietnamese why the row cannot be read; one that could not be cut into cells has none. `sheet` names
    its sheet in a workbook of several. `font` names the old encoding that its cells were given back from as Unicode;
    UNREADABLE where they are no Vietnamese and it is not known which it is. `covered` are the places of cells that are
    merged with one above and have its value, `joined` the numbers of rows that went on with this one.
    """

    number: int
    cells: tuple[Cell, ...]
    fault: str = ""
    sheet: str = ""
    font: str = ""
    covered: frozenset[int] = frozenset()
    joined: tuple[int, ...] = ()


def cell_text(cell: Cell) -> str:
    """The cell as text, a whole number without its ".0"."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
