"""The columns of a province's list: the line that names them and the values that may stand in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from procedures_catalog.facts.vocabulary import LEVELS, NATIONAL_LEVELS, ONLINE_LEVELS
from procedures_catalog.files.issues import RowIssue, UnreadableFile, complain
from vietnamese.fold import words
from vietnamese.spelling import squeeze

Cell: TypeAlias = str | int | float

#: The line with the columns' names is looked for among so many lines; real lists have titles above it.
HEADER_WITHIN = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it: its number as a user counts, its cells without the empty ones at the end.

    `fault` says in Vietnamese why the row could not be cut into cells; then it has none.
    """

    number: int
    cells: tuple[Cell, ...]
    fault: str = ""


#: Fact of the record → the names its column goes by, folded; the first is the one to recommend.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "code": (
        "ma tthc", "ma thu tuc", "ma thu tuc hanh chinh", "ma so tthc", "ma so thu tuc",
        "ma so thu tuc hanh chinh", "ma so", "ma", "code",
    ),
    "name": ("ten tthc", "ten thu tuc", "ten thu tuc hanh chinh", "thu tuc hanh chinh", "ten", "name"),
    "sector": ("linh vuc", "ten linh vuc", "sector", "field"),
    "decision_number": (
        "quyet dinh", "so quyet dinh", "quyet dinh cong bo", "so quyet dinh cong bo", "decision",
        "decision number",
    ),
    "levels": (
        "cap thuc hien", "cap", "don vi", "don vi thuc hien", "co quan thuc hien", "cap don vi", "org",
        "levels",
    ),
    "online_level": (
        "muc do dvc", "muc do", "muc do dich vu cong", "muc do dvctt", "muc do dvc truc tuyen",
        "muc do dich vu cong truc tuyen", "level", "online level",
    ),
}  # fmt: skip
_KEYS = {name: key for key, names in _NAMES.items() for name in names}
_NUMBERING = {"stt", "tt", "so tt", "so thu tu", "no", ""}
_REQUIRED = {"code": "Mã TTHC", "name": "Tên TTHC"}


def _key(cell: Cell) -> str:
    """A text as it is compared: its folded words, whatever stands between them."""
    return " ".join(words(str(cell)))


def recognised(cells: Sequence[Cell]) -> dict[str, int]:
    """Which of the cells are names of columns: the record's field → its place. The first of a name wins."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if isinstance(cell, str) and len(cell) <= 100 and (key := _KEYS.get(_key(cell))):
            found.setdefault(key, place)
    return found


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field of the record stands, and what its column is called in the file.

    `remarks` tell of columns that were not read.
    """

    places: Mapping[str, int]
    headers: Mapping[str, str]
    remarks: tuple[RowIssue, ...] = ()

    def cell(self, row: Row, key: str) -> Cell:
        """What the row has for a field; "" where it ends before it or there is no such column."""
        place = self.places.get(key, len(row.cells))
        return row.cells[place] if place < len(row.cells) else ""

    def text(self, row: Row, key: str) -> str:
        """The cell on one line, in proper Vietnamese; a whole number without its ".0"."""
        return squeeze(cell_text(self.cell(row, key)))


def cell_text(cell: Cell) -> str:
    """The cell as text, a whole number without its ".0"."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def find_columns(rows: Iterator[Row]) -> Columns:
    """The columns by the first line that names code and name; it and all above it are taken from `rows`.

    Raises UnreadableFile when the first `HEADER_WITHIN` rows have no such line, saying what was found.
    """
    best: dict[str, str] = {}
    for row in islice(rows, HEADER_WITHIN):
        places = recognised(row.cells)
        headers = {key: squeeze(str(row.cells[place])) for key, place in places.items()}
        if places.keys() >= _REQUIRED.keys():
            return Columns(places, headers, tuple(_remarks(row.cells, places)))
        best = max(best, headers, key=len)
    raise UnreadableFile(_missing(best))


def _missing(found: Mapping[str, str]) -> str:
    missing = ", ".join(f"“{name}”" for key, name in _REQUIRED.items() if key not in found)
    if not found:
        return f"Không tìm thấy dòng tiêu đề trong {HEADER_WITHIN} dòng đầu; cần có các cột {missing}."
    seen = ", ".join(f"“{header}”" for header in found.values())
    return f"Thiếu cột {missing}; chỉ tìm thấy {seen}."


def _remarks(cells: Iterable[Cell], places: Mapping[str, int]) -> Iterator[RowIssue]:
    for place, cell in enumerate(cells):
        header = squeeze(str(cell))
        key = _KEYS.get(_key(cell))
        if key and places[key] != place:
            yield complain(0, header, header, "cột lặp lại, chỉ đọc cột đầu tiên cùng nghĩa")
        elif not key and _key(cell) not in _NUMBERING:
            yield complain(0, header, header, "cột không được nhận ra nên không đọc")


_ONLINE = {
    **{_key(text): key for key, text in ONLINE_LEVELS.items()},
    **dict.fromkeys(("toan trinh", "dvc truc tuyen toan trinh", "muc do 4", "muc 4", "4"), "full"),
    **dict.fromkeys(("mot phan", "dvc truc tuyen mot phan", "muc do 3", "muc 3", "3"), "partial"),
    **dict.fromkeys(("muc do 1", "muc do 2", "muc 1", "muc 2", "1", "2"), "information"),
    **dict.fromkeys(("con lai", "cung cap thong tin", "cung cap thong tin truc tuyen"), "information"),
}
#: What the message about an unknown value offers.
ONLINE_CHOICES = "Toàn trình, Một phần, Còn lại, Mức độ 1, Mức độ 2, Mức độ 3, Mức độ 4"


def online_level(text: str) -> str | None:
    """The key of `vocabulary.ONLINE_LEVELS`; "" for an empty cell, None for an unknown value.

    Older lists number the levels, as the catalogue of 2021 did: 1 and 2 only inform, 3 and 4 file online.
    Here 4 (filing and paying online) is "toàn trình", 3 (filing, with a visit left) "một phần", and 1 and 2
    are information.
    """
    return _ONLINE.get(_key(text)) if text else ""


def is_numbered(text: str) -> bool:
    """Whether an online level is written by its old number ("Mức độ 4")."""
    return text[-1:].isdigit()


_LEVEL_KEYS = {
    **{_key(text): key for labels in (LEVELS, NATIONAL_LEVELS) for key, text in labels.items()},
    **dict.fromkeys(("bo", "cap bo", "bo nganh", "trung uong"), "ministry"),
    **dict.fromkeys(("so", "so ban nganh", "so nganh", "tinh", "tinh thanh pho"), "province"),
    **dict.fromkeys(("cap tinh thanh pho", "ubnd tinh thanh pho", "ubnd tinh", "ubnd cap tinh"), "province"),
    **dict.fromkeys(("huyen", "ubnd huyen", "ubnd cap huyen", "cap huyen thanh pho"), "district"),
    **dict.fromkeys(("ubnd huyen thanh pho", "ubnd quan huyen", "quan huyen", "cap quan huyen"), "district"),
    **dict.fromkeys(("xa", "ubnd xa", "ubnd cap xa", "xa phuong", "ubnd xa phuong"), "commune"),
    **dict.fromkeys(("ubnd xa phuong thi tran", "xa phuong thi tran", "cap xa phuong thi tran"), "commune"),
}
#: What the message about an unknown value offers.
LEVEL_CHOICES = "Sở, ban ngành; Cấp tỉnh; UBND Huyện/Thành phố; UBND Xã/Phường/Thị trấn; tên một Sở hoặc Ban"


@dataclass(frozen=True, slots=True)
class Places:
    """What a cell says of the level of administration.

    `levels` are keys of `vocabulary.LEVELS`; `agencies` are named in full; `unknown` is not understood.
    """

    levels: frozenset[str]
    agencies: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def level_places(text: str) -> Places:
    """Understands a list such as "Sở, ban ngành; UBND Huyện/Thành phố", cut at ";" only.

    An agency named in full ("Sở Công thương tỉnh …", "Ban quản lý …") belongs to the province.
    """
    parts = [part for part in map(str.strip, text.split(";")) if part]
    agencies = tuple(part for part in parts if _is_agency(part))
    found = {_LEVEL_KEYS.get(_key(part), "") for part in parts if part not in agencies}
    levels = (found | {"province"} if agencies else found) - {""}
    return Places(frozenset(levels), agencies, tuple(part for part in parts if not _is_known(part)))


def _is_agency(part: str) -> bool:
    """Whether it is one provincial agency by its own name, not a kind of agencies."""
    first, *others = words(part) or [""]
    return first in ("so", "ban") and bool(others) and _key(part) not in _LEVEL_KEYS


def _is_known(part: str) -> bool:
    return _key(part) in _LEVEL_KEYS or _is_agency(part)
