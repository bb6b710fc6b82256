"""Reads a province's own list, XLSX or CSV: each row is read, mended with a remark, or refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from procedures_catalog.facts.codes import MAX_LENGTH, REPAIRS, Code, parse_code, parse_number
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.vocabulary import LEVELS, ONLINE_LEVELS
from procedures_catalog.files.issues import ReadRow, Refused, RowIssue, UnreadableFile, complain
from procedures_catalog.files.open_file import kind_of
from procedures_catalog.files.read_csv import csv_rows
from procedures_catalog.files.read_xlsx import sheet_rows
from procedures_catalog.files.table_columns import (
    LEVEL_CHOICES,
    ONLINE_CHOICES,
    Cell,
    Columns,
    Row,
    cell_text,
    find_columns,
    is_numbered,
    level_places,
    online_level,
    recognised,
)
from vietnamese.fold import words
from vietnamese.spelling import repairs as spelling_repairs
from vietnamese.spelling import squeeze

#: Rows with something in them.
MAX_ROWS = 200_000
MAX_COLUMNS = 200
#: Characters of a cell, of a name, and of each of the other texts.
MAX_CELL = 50_000
MAX_NAME = 2_000
MAX_TEXT = 500

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
_LEVEL_NOTE = re.compile(r"\s*\((?:nộp tại|cấp) [^()]*\)\s*$", re.IGNORECASE)
_FIELD_PREFIX = re.compile(r"\[[^\[\]]{1,20}\]\s*-\s*")
_BROKEN_CODE = re.compile(r"[0-9.]+(?:[A-Z][0-9]{2}(?:\.[A-Z])?)?|.*0\.00\.[A-Z][0-9]{2}.*")
_SHORT_CODE = re.compile(r"[0-9]\.([0-9]{1,5})(?![0-9])")
_OWN_CODE, _COLUMN_NUMBER = re.compile(r"(?=.*[0-9])[\w./-]+"), re.compile(r"\(?[0-9]{1,3}\)?")
_FAULTS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"}
_FOOTERS = ("nguoi lap", "tong cong", "tong so", "ghi chu")


class _Unfit(ValueError):  # noqa: N818 - it names the row, not a fault of the program
    """Why a row is refused: the field of the record, the value, the reason in Vietnamese."""

    def __init__(self, key: str, value: object, reason: str) -> None:
        super().__init__(reason)
        self.key, self.value, self.reason = key, value, reason


def read_table(path: Path, *, max_rows: int = MAX_ROWS, max_columns: int = MAX_COLUMNS) -> Iterator[ReadRow | Refused]:
    """The rows of a province's list below its header, each read or refused; no row stops the next.

    Left out without a word: titles, empty rows, footers, rows of column numbers, repeated headers. Columns
    that were not read are remarked on in the first ReadRow, with row 0.

    Rows of one code that differ only in the level of administration (by a column, or by the `.H`, `.X` that
    some lists hang on the code) are each read, with the same code and own `levels`: whoever applies them
    unites the levels. Of other rows of one code only the first is read.

    Raises UnreadableFile, at the first row or later, when the file cannot be read or is past a limit.
    """
    rows = _within_limits(_rows(path), max_rows, max_columns)
    columns = find_columns(rows)
    remarks, kept = columns.remarks, _Kept(columns)
    for row in rows:
        if _is_no_procedure(row, columns):
            continue
        outcome = _outcome(row, columns, kept)
        if remarks and isinstance(outcome, ReadRow):
            outcome, remarks = replace(outcome, repairs=remarks + outcome.repairs), ()
        yield outcome


def _rows(path: Path) -> Iterator[Row]:
    kind = kind_of(path)
    if kind == "jsonl":
        raise UnreadableFile("Đây là tệp JSON, không phải bảng tính XLSX hay CSV.")
    return sheet_rows(path) if kind == "xlsx" else csv_rows(path)


def _within_limits(rows: Iterator[Row], max_rows: int, max_columns: int) -> Iterator[Row]:
    for count, row in enumerate(rows, 1):
        if count > max_rows:
            raise UnreadableFile(f"Bảng có quá {max_rows} dòng.")
        if len(row.cells) > max_columns:
            raise UnreadableFile(f"Dòng {row.number} có quá {max_columns} cột.")
        yield row


def _is_no_procedure(row: Row, columns: Columns) -> bool:
    """Whether the row is a footer, a repeated header, a row of column numbers, or nearly empty."""
    if row.fault:
        return False
    code, name = columns.text(row, "code"), columns.text(row, "name")
    if not code and not name:
        return sum(bool(columns.text(row, key)) for key in columns.places) < 2
    if not code:
        return " ".join(words(name[:50])).startswith(_FOOTERS)
    return bool(_COLUMN_NUMBER.fullmatch(code) and _COLUMN_NUMBER.fullmatch(name)) or _is_header(row, columns)


def _is_header(row: Row, columns: Columns) -> bool:
    found = recognised(row.cells)
    return all(found.get(key) == columns.places[key] for key in ("code", "name"))


def _outcome(row: Row, columns: Columns, kept: "_Kept") -> ReadRow | Refused:
    try:
        return kept.checked(_read(row, columns), row)
    except _Unfit as unfit:
        header, said = columns.headers.get(unfit.key, ""), {key: columns.text(row, key) for key in ("code", "name")}
        return Refused(row.number, complain(row.number, header, unfit.value, unfit.reason, **said))


def _read(row: Row, columns: Columns) -> ReadRow:
    _check(row, columns)
    mending = _Mending(row, columns)
    code, code_level = mending.code()
    levels, agencies = mending.levels(code_level)
    record = ProcedureRecord(
        code=code,
        name=mending.text("name", MAX_NAME),
        sector=mending.sector(),
        decision_number=mending.text("decision_number"),
        levels=levels,
        executing=agencies,
        online_level=mending.online_level(),
    )
    of_row = {"levels": bool(code_level), "executing": bool(agencies)}
    known = frozenset(columns.places) | {key for key, is_known in of_row.items() if is_known}
    return ReadRow(row.number, record, known, "local", tuple(mending.repairs))


def _check(row: Row, columns: Columns) -> None:
    """Refuses a row that is no procedure to begin with; raises _Unfit."""
    if row.fault:
        raise _Unfit("", "", row.fault)
    if long := next((cell for cell in row.cells if isinstance(cell, str) and len(cell) > MAX_CELL), ""):
        raise _Unfit("", long, f"ô dài {len(long)} ký tự, quá giới hạn {MAX_CELL} ký tự")
    for key, missing in (("code", "không có mã thủ tục"), ("name", "không có tên thủ tục")):
        if not columns.text(row, key):
            raise _Unfit(key, "", missing)
    for key in ("code", "name"):
        if (text := columns.text(row, key)) in _FAULTS or text.startswith("="):
            raise _Unfit(key, text, "ô chứa công thức hoặc lỗi của bảng tính, không có giá trị")
    if _is_test(columns.text(row, "code"), columns.text(row, "name")):
        raise _Unfit("name", columns.text(row, "name"), "dòng thử nghiệm, bỏ qua")


def _is_test(code: str, name: str) -> bool:
    first = words(name[:50])[:3]
    return code.upper().startswith("TEST") or first[:1] == ["test"] or first == ["thu", "tuc", "test"]


def _check_code(code: Code) -> None:
    if len(code.raw) > MAX_LENGTH:
        raise _Unfit("code", code.raw, f"mã dài {len(code.raw)} ký tự, quá giới hạn {MAX_LENGTH} ký tự")
    if code.is_national:
        return
    if _BROKEN_CODE.fullmatch(code.base):
        raise _Unfit("code", code.raw, _why_broken(code.base))
    if not _OWN_CODE.fullmatch(code.base):
        raise _Unfit("code", code.raw, "không phải mã thủ tục: mã phải có chữ số và chỉ gồm chữ, số, . _ - /")


def _why_broken(base: str) -> str:
    if short := _SHORT_CODE.match(base):
        return f"mã thiếu chữ số: sau dấu chấm đầu có {len(short[1])} chữ số, mã quốc gia có 6"
    return "mã không đúng dạng mã quốc gia (ví dụ 1.001193 hoặc 1.001193.000.00.00.H36)"


@dataclass
class _Mending:
    """One row on its way to a record; every mend is noted in `repairs`. Its methods raise _Unfit."""

    row: Row
    columns: Columns
    repairs: list[RowIssue] = field(default_factory=list)

    def note(self, key: str, value: Cell, reason: str) -> None:
        self.repairs.append(complain(self.row.number, self.columns.headers[key], value, reason))

    def code(self) -> tuple[str, str]:
        """The code in its proper spelling, and the level that was hung on it or ""."""
        raw = self.columns.cell(self.row, "code")
        code = parse_code(raw) if isinstance(raw, str) else parse_number(raw)
        _check_code(code)
        for kind in code.repairs:
            self.note("code", raw, REPAIRS[kind])
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
            raise _Unfit(key, text, f"dài {len(text)} ký tự, quá giới hạn {limit} ký tự")
        if text in _FAULTS:
            self.note(key, raw, "ô lỗi của bảng tính, để trống")
            return ""
        for kind in spelling_repairs(raw):
            self.note(key, raw, _SPELLING[kind])
        return text

    def sector(self) -> str:
        """The field without the agency that some lists put before it ("[SVH] - ")."""
        text = self.text("sector")
        prefix = _FIELD_PREFIX.match(text)
        if not prefix:
            return text
        self.note("sector", text, f"bỏ tiền tố “{squeeze(prefix[0])}” của lĩnh vực")
        return text[prefix.end() :]

    def online_level(self) -> str:
        text = self.columns.text(self.row, "online_level")
        level = online_level(text[:MAX_TEXT])
        if level is None:
            raise _Unfit("online_level", text, f"mức độ không có trong danh mục ({ONLINE_CHOICES})")
        if is_numbered(text):
            self.note("online_level", text, f"đổi mức độ kiểu cũ thành “{ONLINE_LEVELS[level]}”")
        return level

    def levels(self, code_level: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The levels in the vocabulary's order, with the one of the code, and the agencies named in full."""
        places = level_places(self.text("levels"))
        if places.unknown:
            value = "; ".join(places.unknown)
            raise _Unfit("levels", value, f"cấp hoặc đơn vị không có trong danh mục ({LEVEL_CHOICES})")
        found = places.levels | {code_level}
        return tuple(level for level in LEVELS if level in found), places.agencies


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row that was read said, kept small: each column as a number that stands for its text."""

    row: int
    levels: tuple[str, ...]
    columns: dict[str, int]
    bare_name: int

    def differing(self, other: "_Said") -> list[str]:
        return [key for key, value in self.columns.items() if value != other.columns[key]]

    def differs_in_level_only(self, other: "_Said") -> bool:
        """Other levels, and all else the same up to a level in brackets after the name."""
        rest = set(self.differing(other)) - {"levels", "name"}
        return self.levels != other.levels and not rest and self.bare_name == other.bare_name


class _Kept:
    """The rows that were read so far, by the base of their code."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._rows: dict[str, list[_Said]] = {}

    def checked(self, read: ReadRow, row: Row) -> ReadRow:
        """The row again when it may stand beside those of the same code; else raises _Unfit."""
        said = self._said(read, row)
        before = self._rows.setdefault(parse_code(read.record.code).base, [])
        for other in before:
            if said.columns == other.columns and said.levels == other.levels:
                raise _Unfit("code", read.record.code, f"trùng với dòng {other.row}, bỏ qua")
        if rival := next((other for other in before if not said.differs_in_level_only(other)), None):
            raise _Unfit("code", read.record.code, self._rivalry(said, rival))
        before.append(said)
        return read

    def _said(self, read: ReadRow, row: Row) -> _Said:
        keys = [key for key in self._columns.places if key != "code"]
        bare_name = _LEVEL_NOTE.sub("", read.record.name)
        texts = {key: hash(self._columns.text(row, key)) for key in keys}
        return _Said(read.row, read.record.levels, texts, hash(bare_name))

    def _rivalry(self, said: _Said, rival: _Said) -> str:
        names = [f"“{self._columns.headers[key]}”" for key in said.differing(rival)] or ["cấp thực hiện"]
        return f"cùng mã với dòng {rival.row} nhưng khác {', '.join(names)}; giữ dòng {rival.row}"
