"""One row of a list on its way to a record: what is mended in it, and why it is refused."""

import re
from dataclasses import dataclass, field

from procedures_catalog.facts.codes import REPAIRS
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.vocabulary import LEVELS, ONLINE_LEVELS
from procedures_catalog.files.issues import ReadRow, RowIssue, complain
from procedures_catalog.files.lists.bodies import Places, agencies_in, is_known_agency, level_places
from procedures_catalog.files.lists.code_cell import read_code
from procedures_catalog.files.lists.columns import Columns
from procedures_catalog.files.lists.level_words import LEVEL_CHOICES
from procedures_catalog.files.lists.online_levels import ONLINE_CHOICES, is_numbered, online_level
from procedures_catalog.files.lists.row import UNREADABLE, Cell, Row, cell_text
from procedures_catalog.files.lists.spoiled import DATE_TOLD, is_spoiled_date
from procedures_catalog.files.lists.unfit import Unfit
from vietnamese.fold import words
from vietnamese.spelling import repairs as spelling_repairs
from vietnamese.spelling import squeeze

#: Characters of a cell, of a name, and of each of the other texts.
MAX_CELL = 50_000
MAX_NAME = 2_000
MAX_TEXT = 500
#: Characters of a cell of several names; one procedure of the national list names 24 branches of an office.
MAX_LIST = 5_000

_SPELLING = {
    "nfc": "ghép dấu rời vào chữ (chuẩn NFC)",
    "zero_width": "bỏ ký tự ẩn",
    "d_stroke": "đổi chữ Ð sai bảng mã thành Đ",
    "oi": "đổi chữ Ƣ sai bảng mã thành Ư",
    "bullet": "đổi dấu đầu dòng của phông ký hiệu thành •",
    "control": "bỏ ký tự điều khiển",
    "space": "đổi dấu cách hoặc dấu xuống dòng lạ thành dấu cách thường",
}
_LEVEL_LETTERS = {"H": "district", "X": "commune"}
_LEVEL_SUFFIX = re.compile(r"(\.[A-Z][0-9]{2})\.([HX])$")
_FIELD_PREFIX = re.compile(r"\[[^\[\]]{1,20}\]\s*-\s*")
_FIELD_WORD = re.compile(r"(?:(?:\d{1,2}|[IVX]{1,5})\s*[.)]\s*)?lĩnh vực\s*:?\s+(?!khác)", re.IGNORECASE)
_FIELD_COUNT = re.compile(r"\s*\(\d+\s*(?:TTHC|thủ tục(?: hành chính)?)\)$", re.IGNORECASE)
_FAULTS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"}
_NO_VIETNAMESE = (
    "chữ không đọc được thành tiếng Việt (phông cũ như TCVN3, VNI, hoặc tệp lưu sai bảng mã); hãy lưu lại bằng Unicode"
)


def read_row(row: Row, columns: Columns, zeros_are_lost: bool) -> ReadRow:
    """The row as a record of the province's layer. Raises Unfit."""
    _check(row, columns)
    if row.font == UNREADABLE:
        raise Unfit("name", columns.text(row, "name"), _NO_VIETNAMESE)
    mending = _Mending(row, columns, zeros_are_lost)
    if row.font:
        mending.note("name", columns.text(row, "name"), f"đổi chữ {row.font} sang Unicode; hãy đọc lại")
    code, code_level = mending.code()
    places = mending.places()
    levels = places.levels | ({code_level} if code_level else set())
    record = ProcedureRecord(
        code=code,
        name=mending.text("name", MAX_NAME),
        sector=mending.sector(),
        decision_number=mending.text("decision_number"),
        levels=tuple(level for level in LEVELS if level in levels),
        executing=places.agencies,
        online_level=mending.online_level(),
    )
    known = set(columns.places) - {"executing"}
    known |= {key for key, is_known in (("levels", levels), ("executing", places.agencies)) if is_known}
    return ReadRow(row.number, record, frozenset(known), "local", tuple(mending.repairs), row.sheet)


def _check(row: Row, columns: Columns) -> None:
    """Refuses a row that is no procedure to begin with; raises Unfit."""
    if row.fault:
        raise Unfit("", "", row.fault)
    if long := next((cell for cell in row.cells if isinstance(cell, str) and len(cell) > MAX_CELL), ""):
        raise Unfit("", long, f"ô dài {len(long)} ký tự, quá giới hạn {MAX_CELL} ký tự")
    for key, missing in (("code", "không có mã thủ tục"), ("name", "không có tên thủ tục")):
        if not columns.text(row, key):
            raise Unfit(key, "", missing)
    for key in ("code", "name"):
        if (text := columns.text(row, key)) in _FAULTS or text.startswith("="):
            raise Unfit(key, text, "ô chứa công thức hoặc lỗi của bảng tính, không có giá trị")
    for key in columns.places:
        if is_spoiled_date(text := columns.text(row, key)):
            raise Unfit(key, text, DATE_TOLD)
    if _is_test(columns.text(row, "code"), columns.text(row, "name")):
        raise Unfit("name", columns.text(row, "name"), "dòng thử nghiệm, bỏ qua")


def _is_test(code: str, name: str) -> bool:
    first = words(name[:50])[:3]
    return code.upper().startswith("TEST") or first[:1] == ["test"] or first == ["thu", "tuc", "test"]


@dataclass
class _Mending:
    """One row on its way to a record; every mend is noted in `repairs`. Its methods raise Unfit."""

    row: Row
    columns: Columns
    zeros_are_lost: bool
    repairs: list[RowIssue] = field(default_factory=list)

    def note(self, key: str, value: Cell, reason: str) -> None:
        said = {name: self.columns.text(self.row, name) for name in ("code", "name")}
        header = self.columns.headers[key]
        self.repairs.append(complain(self.row.number, header, value, reason, sheet=self.row.sheet, **said))

    def code(self) -> tuple[str, str]:
        """The code in its proper spelling, and the level that was hung on it or ""."""
        raw = self.columns.cell(self.row, "code")
        read = read_code(raw, self.zeros_are_lost)
        code = read.code
        for reason in [*(REPAIRS[kind] for kind in code.repairs), *filter(None, [read.mended])]:
            self.note("code", raw, reason)
        hung = _LEVEL_SUFFIX.search(code.suffix)
        if not hung:
            return code.written, ""
        level = _LEVEL_LETTERS[hung[2]]
        self.note("code", raw, f"đuôi .{hung[2]} của mã được đọc là {LEVELS[level].lower()}")
        return code.written.removesuffix(f".{hung[2]}"), level

    def text(self, key: str, limit: int = MAX_TEXT) -> str:
        """A text on one line; only mends beyond superfluous spaces are noted."""
        raw, text = cell_text(self.columns.cell(self.row, key)), self.columns.text(self.row, key)
        if len(text) > limit:
            raise Unfit(key, text, f"dài {len(text)} ký tự, quá giới hạn {limit} ký tự")
        if text in _FAULTS:
            self.note(key, raw, "ô lỗi của bảng tính, để trống")
            return ""
        for kind in spelling_repairs(raw):
            self.note(key, raw, _SPELLING[kind])
        return text

    def sector(self) -> str:
        """The field without the agency that some lists put before it ("[SVH] - "), without “Lĩnh vực” and without the
        number of its procedures behind it."""
        text = self.text("sector")
        if prefix := _FIELD_PREFIX.match(text):
            self.note("sector", text, f"bỏ tiền tố “{squeeze(prefix[0])}” của lĩnh vực")
            text = text[prefix.end() :]
        bare = _FIELD_COUNT.sub("", _FIELD_WORD.sub("", text))
        if bare == text or not bare:
            return text
        self.note("sector", text, f"chỉ giữ tên lĩnh vực “{bare}”")
        return bare

    def online_level(self) -> str:
        text = self.columns.text(self.row, "online_level")
        level = online_level(text[:MAX_TEXT])
        if level is None:
            raise Unfit("online_level", text, f"mức độ không có trong danh mục ({ONLINE_CHOICES})")
        if is_numbered(text):
            self.note("online_level", text, f"đổi mức độ kiểu cũ thành “{ONLINE_LEVELS[level]}”")
        return level

    def places(self) -> Places:
        """The levels and the agencies that carry the procedure out, by the column of levels and that of agencies."""
        named = self._agencies()
        if "levels" not in self.columns.places:
            return named
        said = level_places(self._raw("levels"))
        if said.unknown:
            known = all(map(is_known_agency, said.unknown))
            why = "tên cơ quan không cho biết cấp nào" if known else "cấp hoặc đơn vị không có trong danh mục"
            raise Unfit("levels", "; ".join(said.unknown), f"{why} ({LEVEL_CHOICES})")
        return Places(said.levels, tuple(dict.fromkeys([*named.agencies, *said.agencies])))

    def _agencies(self) -> Places:
        named = agencies_in(self._raw("executing"))
        for name in named.unknown:
            self.note("executing", name, "tên cơ quan không có trong từ điển, giữ nguyên như tệp ghi; hãy xem lại")
        return named

    def _raw(self, key: str) -> str:
        """The cell with its line breaks, checked as a text."""
        self.text(key, MAX_LIST)
        raw = cell_text(self.columns.cell(self.row, key))
        return "" if squeeze(raw) in _FAULTS else raw
