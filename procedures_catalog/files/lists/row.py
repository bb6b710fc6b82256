"""One row of a list as its file has it: cells with the number that a user counts by."""

from dataclasses import dataclass
from typing import TypeAlias

Cell: TypeAlias = str | int | float


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it: its number as a user counts, its cells without the empty ones at the end.

    `fault` says in Vietnamese why the row could not be cut into cells; then it has none. `sheet` names its sheet in a
    workbook of several.
    """

    number: int
    cells: tuple[Cell, ...]
    fault: str = ""
    sheet: str = ""


def cell_text(cell: Cell) -> str:
    """The cell as text, a whole number without its ".0"."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
