"""Which columns of an appendix say what: code, name, sector and level as in a list of procedures (`files.lists`), and
what only a decision has: the kind of the line, the time limits before and after, who decides, by which law, what it
says of fees."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from decisions.lines.kinds import kind_in
from procedures_catalog.files.lists.columns import HEADER_WITHIN
from procedures_catalog.files.lists.headings import best_of
from procedures_catalog.files.lists.row import Cell, Row, cell_text
from procedures_catalog.files.lists.two_lines import Ahead, lines_joined
from vietnamese.fold import words
from vietnamese.spelling import squeeze

_KINDS = frozenset((
    "loai", "loai cong bo", "hinh thuc", "hinh thuc cong bo", "noi dung cong bo", "noi dung thay doi", "loai thay doi",
    "tinh trang", "phan loai", "change", "noi dung",
))  # fmt: skip
_OF_TIME = ("thoi han", "thoi gian giai quyet", "thoi gian thuc hien")
_AFTER = ("cat giam", "rut ngan", "con lai", "de xuat", "reduced")
#: What stands alone beside a column of limits.
_BESIDE = {
    "after": re.compile(r"(?:sau|con lai) (?:khi )?(?:cat giam|rut ngan)"),
    "before": re.compile(r"truoc (?:khi )?(?:cat giam|rut ngan)"),
}
_REPLACED = ("tthc duoc thay the", "tthc bi thay the", "ma tthc duoc thay the", "ma tthc bi thay the")
_FEE = re.compile(r"(?:muc )?(?:thu )?(?:phi|le phi)\b|muc thu\b")
_LAWS = ("can cu phap ly", "co so phap ly", "ten vbqppl", "van ban quy dinh")
_COMPETENT = ("co quan co tham quyen", "co quan quyet dinh", "nguoi co tham quyen", "tham quyen")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each fact of a line stands; a table need not have all."""

    places: Mapping[str, int]

    def text(self, row: Row, key: str) -> str:
        """The cell on one line; "" where there is none."""
        place = self.places.get(key, len(row.cells))
        return squeeze(cell_text(row.cells[place])) if place < len(row.cells) else ""


class NoHeadings(Exception):  # noqa: N818 - it names the table
    """A table in which no line names the procedures' names and one fact more."""

    def __str__(self) -> str:
        return (
            f"Không tìm thấy dòng tiêu đề trong {HEADER_WITHIN} dòng đầu: cần cột tên thủ tục và ít nhất một trong các "
            "cột mã thủ tục, loại (mới, sửa đổi, bãi bỏ…), thời hạn."
        )


def find_columns(rows: Ahead) -> tuple[Columns, tuple[Row, ...]]:
    """The columns by the first line that names them, and the rows above it; these are taken from `rows`. Raises
    NoHeadings."""
    above: list[Row] = []
    for row in islice(rows, HEADER_WITHIN):
        if columns := columns_from(row, rows):
            return columns, tuple(above)
        above.append(row)
    raise NoHeadings


def columns_from(row: Row, below: Ahead) -> Columns | None:
    """The columns that a row names, with the lines below that belong to its headings, which are taken; None for any
    other row."""
    places = _places(lines_joined(row.cells, below, lambda cells: _places(cells) is not None))
    return None if places is None else Columns(places)


def names_columns(rows: Iterable[Sequence[Cell]]) -> bool:
    """Whether one of a table's first rows names the columns."""
    ahead = Ahead(Row(0, tuple(cells)) for cells in islice(rows, HEADER_WITHIN))
    return any(columns_from(row, ahead) for row in ahead)


def _places(cells: Sequence[Cell]) -> dict[str, int] | None:
    """The places that a line of headings names; None for any other line."""
    found = {key: place for key, (place, _) in best_of(cells).items()}
    for place, cell in enumerate(cells):
        if isinstance(cell, str) and (key := _own(" ".join(words(cell)))):
            found.setdefault(key, place)
    return found if "name" in found and found.keys() & {"code", "kind", "before", "after"} else None


def _own(heading: str) -> str:
    """The fact that only a decision's columns have; "" for all others."""
    if heading in _KINDS:
        return "kind"
    if heading in _REPLACED:
        return "replaces"
    if _FEE.match(heading):
        return "fee"
    if heading.startswith(_LAWS):
        return "laws"
    if heading.startswith("ghi chu"):
        return "note"
    if heading.startswith(_COMPETENT):
        return "competent"
    if any(name in heading for name in _OF_TIME):
        return "after" if any(name in heading for name in _AFTER) else "before"
    return next((key for key, names in _BESIDE.items() if names.match(heading)), "")


def is_kind_column(values: Sequence[str]) -> bool:
    """Whether a column called “Loại” tells kinds of lines: more than half of what stands in it does."""
    said = [value for value in values if value]
    return bool(said) and 2 * sum(kind_in(value) is not None for value in said) > len(said)
