"""The columns of a list: the line that names them, where each field stands, and what is said of those not read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from procedures_catalog.files.issues import RowIssue, complain
from procedures_catalog.files.lists.headings import LABELS, Claim, best_of, claim, is_numbering
from procedures_catalog.files.lists.marks import mark_columns
from procedures_catalog.files.lists.row import Cell, Row, cell_text
from procedures_catalog.files.lists.two_lines import Ahead, lines_joined
from vietnamese.spelling import squeeze

#: The line with the columns' names is looked for among so many lines; real lists have titles above it.
HEADER_WITHIN = 50
#: The fields without which a line is no line of headings.
REQUIRED = ("code", "name")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field of the record stands, and what its column is called in the file.

    `marks` are the columns of levels in which rows are marked. `line` is the line that names them, `above` what stands
    over it; `remarks` tell of columns that were not read, or whose names were guessed.
    """

    places: Mapping[str, int]
    headers: Mapping[str, str]
    line: tuple[Cell, ...] = ()
    remarks: tuple[RowIssue, ...] = ()
    above: tuple[Row, ...] = ()
    marks: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def cell(self, row: Row, key: str) -> Cell:
        """What the row has for a field; "" where it ends before it or there is no such column."""
        place = self.places.get(key, len(row.cells))
        return row.cells[place] if place < len(row.cells) else ""

    def text(self, row: Row, key: str) -> str:
        """The cell on one line, in proper Vietnamese; a whole number without its ".0"."""
        return squeeze(cell_text(self.cell(row, key)))


class NoHeadings(Exception):  # noqa: N818 - it names the table, not a fault of the program
    """A table has no line that names code and name; `found` are the headings that it has, `has_rows` whether it has
    anything at all."""

    def __init__(self, found: Sequence[str], missing: Sequence[str], has_rows: bool) -> None:
        super().__init__()
        self.found, self.missing, self.has_rows = found, missing, has_rows

    def __str__(self) -> str:
        missing = ", ".join(f"“{name}”" for name in self.missing)
        if not self.found:
            return f"Không tìm thấy dòng tiêu đề trong {HEADER_WITHIN} dòng đầu; cần có các cột {missing}."
        seen = ", ".join(f"“{header}”" for header in self.found)
        return f"Thiếu cột {missing}; chỉ tìm thấy {seen}."


def columns_in(cells: Sequence[Cell]) -> Columns | None:
    """The columns that a line of cells names; None where it names no code or no name."""
    found = best_of(cells)
    if not all(key in found for key in REQUIRED):
        return None
    places = {key: place for key, (place, _) in found.items()}
    headers = {key: squeeze(str(cells[place])) for key, place in places.items()}
    marks = mark_columns(cells)
    remarks = tuple(remark for place, remark in _remarks(cells, found) if place not in marks)
    return Columns(places, headers, tuple(cells), remarks, marks=marks)


def columns_from(row: Row, below: Ahead) -> Columns | None:
    """The columns that a row names, with the lines below that belong to its headings, which are taken."""
    return columns_in(lines_joined(row.cells, below, lambda cells: columns_in(cells) is not None))


def find_columns(rows: Ahead) -> Columns:
    """The columns by the first line that names code and name; it and all above it are taken from `rows`.

    Raises NoHeadings when the first `HEADER_WITHIN` rows have no such line, saying what was found.
    """
    best: dict[str, str] = {}
    above: list[Row] = []
    for row in islice(rows, HEADER_WITHIN):
        if columns := columns_from(row, rows):
            return replace(columns, above=tuple(above))
        above.append(row)
        if sum(1 for cell in row.cells if cell != "") > 1:  # a line with one text is a title
            best = max(best, _headings(row.cells), key=len)
    raise NoHeadings(list(best.values()), [LABELS[key] for key in REQUIRED if key not in best], bool(above))


def recognised(cells: Sequence[Cell]) -> int:
    """How many fields a line of cells names, as headings do."""
    return len(best_of(cells))


def _headings(cells: Sequence[Cell]) -> dict[str, str]:
    return {key: squeeze(str(cells[place])) for key, (place, _) in best_of(cells).items()}


def _remarks(cells: Sequence[Cell], found: Mapping[str, tuple[int, Claim]]) -> Iterator[tuple[int, RowIssue]]:
    again = set(_in_a_second_table(cells, found))
    for place, cell in enumerate(cells):
        header = squeeze(str(cell))
        said = claim(cell) if isinstance(cell, str) else None
        if said and (reason := _reason(said, place, cells, found, place in again)):
            yield place, complain(0, header, header, reason)
        elif not said and not is_numbering(header):
            yield place, complain(0, header, header, "cột không được nhận ra nên không đọc")


def _reason(
    said: Claim, place: int, cells: Sequence[Cell], found: Mapping[str, tuple[int, Claim]], in_a_second_table: bool
) -> str:
    at, winner = found[said.key]
    if at == place:
        return f"tiêu đề có lỗi gõ, được hiểu là “{LABELS[said.key]}”" if said.meant else ""
    if in_a_second_table:
        return "cột của bảng thứ hai nằm bên phải, không đọc; hãy chuyển bảng ấy xuống dưới hoặc sang trang tính khác"
    if said.rank == winner.rank:
        return "cột lặp lại, chỉ đọc cột đầu tiên cùng nghĩa"
    return f"cột cùng nghĩa với “{squeeze(str(cells[at]))}” nên không đọc; tên cột kia rõ hơn"


def _in_a_second_table(cells: Sequence[Cell], found: Mapping[str, tuple[int, Claim]]) -> Iterable[int]:
    """The places of the headings that a table to the right repeats: both its code and its name."""
    claims = {place: claim(cell) for place, cell in enumerate(cells) if isinstance(cell, str)}
    again = {place: said.key for place, said in claims.items() if said and found[said.key][0] < place}
    return again if set(REQUIRED) <= set(again.values()) else ()
