"""One row of a list on its way to a record: what is mended in it, and why it is refused."""

import re
from dataclasses import dataclass, field

from procedures_catalog.facts.codes import REPAIRS
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.temporary_code import temporary_alone
from procedures_catalog.facts.vocabulary import LEVELS, ONLINE_LEVELS
from procedures_catalog.files.issues import ReadRow, RowIssue, complain
from procedures_catalog.files.lists.bodies import Places, agencies_in, is_known_agency, level_places
from procedures_catalog.files.lists.code_cell import read_code
from procedures_catalog.files.lists.columns import Columns
from procedures_catalog.files.lists.level_words import LEVEL_CHOICES
from procedures_catalog.files.lists.marks import marked
from procedures_catalog.files.lists.no_code import READ_SO, UNSAID, is_told, says_none
from procedures_catalog.files.lists.online_levels import ONLINE_CHOICES, is_numbered, online_level
from procedures_catalog.files.lists.row import UNREADABLE, Cell, Row, cell_text
from procedures_catalog.files.lists.spoiled import DATE_TOLD, is_spoiled_date, why_faulty, why_spoiled
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
#: Texts that are no numbers by nature: what a spreadsheet program made of them is not read.
_MAY_BE_SPOILED = ("sector", "decision_number")
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
    if row.joined:
        others = ", ".join(map(str, row.joined))
        mending.note("name", columns.text(row, "name"), f"gộp với dòng {others} bên dưới: ô gộp dọc hoặc dòng bị ngắt")
    code, code_level = mending.code()
    temporary = mending.temporary()
    places = mending.places()
    levels = places.levels | ({code_level} if code_level else set())
    record = ProcedureRecord(
        code=code or temporary,
        name=mending.text("name", MAX_NAME),
        sector=mending.sector(),
        decision_number=mending.text("decision_number"),
        levels=tuple(level for level in LEVELS if level in levels),
        executing=places.agencies,
        online_level=mending.online_level(),
    )
    known = set(columns.places) - {"executing", "temporary_code"}
    known -= mending.spoiled
    known |= {key for key, is_known in (("levels", levels), ("executing", places.agencies)) if is_known}
    tied = temporary if code not in ("", temporary) else ""
    return ReadRow(row.number, record, frozenset(known), "local", tuple(mending.repairs), row.sheet, tied)


def _check(row: Row, columns: Columns) -> None:
    """Refuses a row that is no procedure to begin with; raises Unfit."""
    if row.fault:
        raise Unfit("", "", row.fault)
    if long := next((cell for cell in row.cells if isinstance(cell, str) and len(cell) > MAX_CELL), ""):
        raise Unfit("", long, f"ô dài {len(long)} ký tự, quá giới hạn {MAX_CELL} ký tự")
    if not columns.text(row, "name"):
        raise Unfit("name", "", "không có tên thủ tục" if columns.text(row, "code") else "không có mã và tên thủ tục")
    if says_none(columns.text(row, "code")) and not is_told(row, columns):
        raise Unfit("code", "", UNSAID)
    for key in ("code", "name"):
        if why_faulty(text := columns.text(row, key)) or text.startswith("="):
            raise Unfit(key, text, "ô chứa công thức hoặc lỗi của bảng tính, không có giá trị")
    for key in columns.places.keys() - set(_MAY_BE_SPOILED):
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
    spoiled: set[str] = field(default_factory=set)  # the fields whose cells say nothing any more

    def note(self, key: str, value: Cell, reason: str) -> None:
        self.note_of(self.columns.headers[key], value, reason)

    def note_of(self, header: str, value: Cell, reason: str) -> None:
        """Notes what was mended in a column of this heading."""
        said = {name: self.columns.text(self.row, name) for name in ("code", "name")}
        self.repairs.append(complain(self.row.number, header, value, reason, sheet=self.row.sheet, **said))

    def code(self) -> tuple[str, str]:
        """The code in its proper spelling, "" where there is none yet, and the level that was hung on it or ""."""
        raw = self.columns.cell(self.row, "code")
        if isinstance(raw, str) and says_none(raw):
            if not self.columns.text(self.row, "temporary_code"):
                self.note("code", raw, READ_SO)
            return "", ""
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

    def temporary(self) -> str:
        """The portal's own code that stands in a column of its own."""
        said = self.columns.text(self.row, "temporary_code")
        code = temporary_alone(said)
        if not code and not says_none(said):
            raise Unfit("temporary_code", said, "không phải mã tạm của cổng, mã ấy có dạng TAM-05660")
        return code

    def text(self, key: str, limit: int = MAX_TEXT) -> str:
        """A text on one line; only mends beyond superfluous spaces are noted."""
        raw, text = cell_text(self.columns.cell(self.row, key)), self.columns.text(self.row, key)
        if len(text) > limit:
            raise Unfit(key, text, f"dài {len(text)} ký tự, quá giới hạn {limit} ký tự")
        if reason := why_spoiled(text) if key in _MAY_BE_SPOILED else why_faulty(text):
            self.spoiled.add(key)
            self.note(key, raw, reason)
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
        if why_faulty(text):
            return self.text("online_level")
        level = online_level(text[:MAX_TEXT])
        if level is None:
            raise Unfit("online_level", text, f"mức độ không có trong danh mục ({ONLINE_CHOICES})")
        if is_numbered(text):
            self.note("online_level", text, f"đổi mức độ kiểu cũ thành “{ONLINE_LEVELS[level]}”")
        return level

    def places(self) -> Places:
        """The levels and the agencies that carry the procedure out, by the column of levels and that of agencies."""
        named = self._with_marks(self._agencies())
        if "levels" not in self.columns.places:
            return named
        said = level_places(self._raw("levels"))
        if said.unknown:
            known = all(map(is_known_agency, said.unknown))
            why = "tên cơ quan không cho biết cấp nào" if known else "cấp hoặc đơn vị không có trong danh mục"
            raise Unfit("levels", "; ".join(said.unknown), f"{why} ({LEVEL_CHOICES})")
        levels = said.levels | (named.levels if self.columns.marks else frozenset())
        return Places(levels, tuple(dict.fromkeys([*named.agencies, *said.agencies])))

    def _with_marks(self, named: Places) -> Places:
        """The places with what the row is marked for; levels of marks stand above those of agencies' names."""
        if not (columns := self.columns.marks):
            return named
        found = marked(self.row, columns)
        of_columns = [squeeze(str(self.columns.line[place])) for place in columns]
        for place in found.strange:
            self.note_of(
                squeeze(str(self.columns.line[place])), self.row.cells[place], "không phải dấu x nên không đọc"
            )
        if not found.levels and "levels" not in self.columns.places:
            self.note_of(
                "; ".join(of_columns), "", "không cột cấp nào được đánh dấu, cấp của thủ tục để như cổng đang có"
            )
        return Places(found.levels, tuple(dict.fromkeys([*named.agencies, *found.agencies])))

    def _agencies(self) -> Places:
        named = agencies_in(self._raw("executing"))
        for name in named.unknown:
            self.note("executing", name, "tên cơ quan không có trong từ điển, giữ nguyên như tệp ghi; hãy xem lại")
        return named

    def _raw(self, key: str) -> str:
        """The cell with its line breaks, checked as a text."""
        self.text(key, MAX_LIST)
        raw = cell_text(self.columns.cell(self.row, key))
        return "" if why_faulty(squeeze(raw)) else raw
