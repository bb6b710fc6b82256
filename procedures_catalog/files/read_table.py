"""Reads a province's own list, XLSX or CSV: each row is read, mended or refused, and what is left out is named."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from procedures_catalog.files.issues import Outcome, ReadRow, Refused, RowIssue, Told, UnreadableFile, complain
from procedures_catalog.files.lists.code_cell import lost_zeros
from procedures_catalog.files.lists.columns import Columns, NoHeadings, columns_from, find_columns
from procedures_catalog.files.lists.joining.going_on import whole_rows
from procedures_catalog.files.lists.mending import read_row
from procedures_catalog.files.lists.no_code import is_told
from procedures_catalog.files.lists.old_fonts import in_unicode_rows
from procedures_catalog.files.lists.repeats import Kept
from procedures_catalog.files.lists.row import Row
from procedures_catalog.files.lists.spoiled import SpoiledColumns
from procedures_catalog.files.lists.standing.rows import Standing
from procedures_catalog.files.lists.standing.sections import Sections
from procedures_catalog.files.lists.two_lines import Ahead
from procedures_catalog.files.lists.unfit import Unfit
from procedures_catalog.files.open_file import kind_of
from procedures_catalog.files.read_csv import csv_rows
from procedures_catalog.files.read_xlsx import Sheet, opened
from vietnamese.fold import words

#: Rows with something in them.
MAX_ROWS = 200_000
MAX_COLUMNS = 200

_COLUMN_NUMBER = re.compile(r"\(?[0-9]{1,3}\)?")
_FOOTERS = ("nguoi lap", "tong cong", "tong so")
_REMARK = "ghi chu"  # of a marriage abroad, too: the name of a procedure


def read_table(path: Path, *, max_rows: int = MAX_ROWS, max_columns: int = MAX_COLUMNS) -> Iterator[Outcome]:
    """The rows of a province's list below its headings, each read or refused; no row stops the next. Of a workbook
    every visible sheet that has headings is read.

    Left out without a word: titles, empty rows, footers, rows of column numbers, repeated headings. What else was not
    read – columns, sheets, titles of sections – or was hidden is Told.

    Rows of one code that differ only in the level of administration (by a column, or by the `.H`, `.X` that
    some lists hang on the code) are each read, with the same code and own `levels`: whoever applies them
    unites the levels. Of other rows of one code only the first is read.

    Raises UnreadableFile, at the first row or later, when the file cannot be read or is past a limit.
    """
    kind = kind_of(path)
    if kind == "jsonl":
        raise UnreadableFile("Đây là tệp JSON, không phải bảng tính XLSX hay CSV.")
    limits = _Limits(max_rows, max_columns)
    return _read_xlsx(path, limits) if kind == "xlsx" else _read_csv(path, limits)


class _Limits:
    """The most rows and columns of a file, counted over all its sheets."""

    def __init__(self, max_rows: int, max_columns: int) -> None:
        self._max_rows, self._max_columns, self._count = max_rows, max_columns, 0

    def of(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows in Unicode; raises UnreadableFile where there are too many, or one is too wide."""
        for row in in_unicode_rows(rows):
            self._count += 1
            if self._count > self._max_rows:
                raise UnreadableFile(f"Bảng có quá {self._max_rows} dòng.")
            if len(row.cells) > self._max_columns:
                raise UnreadableFile(f"Dòng {row.number} có quá {self._max_columns} cột.")
            yield row


# --- CSV ------------------------------------------------------------------------------------------


def _read_csv(path: Path, limits: _Limits) -> Iterator[Outcome]:
    zeros_are_lost = lost_zeros(_codes(path))
    rows = Ahead(limits.of(csv_rows(path)))
    try:
        yield from _Table(find_columns(rows), Kept(), zeros_are_lost).outcomes(rows)
    except NoHeadings as none:
        raise UnreadableFile(str(none)) from none


def _codes(path: Path) -> Iterator[str]:
    """What stands in the column of codes; nothing where there are no headings."""
    rows = Ahead(csv_rows(path))
    try:
        columns = find_columns(rows)
    except NoHeadings:
        return
    for row in rows:
        yield columns.text(row, "code")


# --- XLSX -----------------------------------------------------------------------------------------


def _read_xlsx(path: Path, limits: _Limits) -> Iterator[Outcome]:
    with opened(path) as sheets:
        kept, without = Kept(), list[tuple[Sheet, NoHeadings]]()
        for sheet in (sheet for sheet in sheets if sheet.is_visible):
            rows = Ahead(limits.of(sheet.rows()))
            try:
                table = _Table(find_columns(rows), kept, name=sheet.name)
            except NoHeadings as none:
                without.append((sheet, none))
                continue
            yield from _sheet(sheet, table, rows, is_alone=len(sheets) == 1)
        hidden = [sheet for sheet in sheets if not sheet.is_visible]
        if len(without) == len(sheets) - len(hidden):
            raise UnreadableFile(_nowhere(without, hidden))
        yield from (Told(_left_out(sheet, str(none))) for sheet, none in without if none.has_rows)
        yield from (Told(_left_out(sheet, "trang tính ẩn")) for sheet in hidden)


def _sheet(sheet: Sheet, table: "_Table", rows: Ahead, *, is_alone: bool) -> Iterator[Outcome]:
    """The rows of one sheet; then what is to be said of it."""
    read = hidden = 0
    for outcome in table.outcomes(rows):
        if not isinstance(outcome, Told):
            read += 1
            hidden += sheet.hides(outcome.row)
        yield outcome
    if not is_alone:
        yield Told(complain(0, "", sheet.name, f"trang tính “{sheet.name}”: đọc {read} dòng"))
    if hidden:
        reason = f"trang tính “{sheet.name}” có {hidden} dòng ẩn, vẫn được đọc như các dòng khác"
        yield Told(complain(0, "", sheet.name, reason))


def _left_out(sheet: Sheet, why: str) -> RowIssue:
    return complain(0, "", sheet.name, f"trang tính “{sheet.name}” không được đọc: {why[:1].lower()}{why[1:]}")


def _nowhere(without: list[tuple[Sheet, NoHeadings]], hidden: list[Sheet]) -> str:
    """Why no sheet of a workbook could be read."""
    if not without and hidden:
        return "Mọi trang tính của tệp XLSX đều bị ẩn; hãy bỏ ẩn trang có danh sách."
    told = (
        [str(without[0][1])]
        if len(without) == 1
        else [
            "Không trang tính nào có dòng tiêu đề với cột mã và cột tên.",
            *(f"Trang “{sheet.name}”: {none}" for sheet, none in without[:10]),
        ]
    )
    if hidden:
        told.append(f"Trang ẩn không được đọc: {', '.join(f'“{sheet.name}”' for sheet in hidden[:10])}.")
    return " ".join(told)


# --- One table ------------------------------------------------------------------------------------


class _Table:
    """A table below its headings; further headings in it begin another one."""

    def __init__(self, columns: Columns, kept: Kept, zeros_are_lost: bool = False, name: str = "") -> None:
        self._columns, self._kept, self._zeros_are_lost = columns, kept, zeros_are_lost
        self._spoiled, self._sections = SpoiledColumns(), Sections()
        self._standing = Standing(name, columns.above, self._sections)

    def outcomes(self, rows: Ahead) -> Iterator[Outcome]:
        """What becomes of each row, after what is to be said of the columns."""
        yield from map(Told, self._kept.new_remarks(self._columns.remarks))
        whole = Ahead(whole_rows(rows, lambda: self._columns))
        for row in whole:
            if other := self._other_headings(row, whole):
                yield from self._begin(row, other)
            elif not self._sections.holds(row) and not _is_no_procedure(row, self._columns):
                self._spoiled.look(row, self._columns.places.values())
                yield self._outcome(row)
        yield from self._spoiled.told(self._columns.line)
        yield from self._sections.told()

    def _other_headings(self, row: Row, below: Ahead) -> Columns | None:
        """The headings that a row is; a code in their column's place says at once that it is none."""
        code = self._columns.text(row, "code")
        return None if any(map(str.isdigit, code)) else columns_from(row, below)

    def _begin(self, row: Row, columns: Columns) -> Iterator[Told]:
        if (columns.places, columns.marks) == (self._columns.places, self._columns.marks):
            return
        yield from self._spoiled.told(self._columns.line)
        self._columns, self._spoiled = columns, SpoiledColumns()
        said = f"dòng {row.number} là dòng tiêu đề của một bảng khác; các dòng sau được đọc theo tiêu đề ấy"
        yield Told(complain(row.number, "", columns.headers["code"], said, sheet=row.sheet))
        remarks = self._kept.new_remarks(columns.remarks)
        yield from (Told(replace(remark, row=row.number, sheet=row.sheet)) for remark in remarks)

    def _outcome(self, row: Row) -> ReadRow | Refused:
        columns = self._columns
        if not row.fault and (verdict := self._standing.judged(row, columns)):
            return self._refused(row, "name", columns.text(row, "name"), verdict.reason, is_ended=verdict.ended)
        try:
            return self._kept.checked(read_row(row, columns, self._zeros_are_lost), row, columns)
        except Unfit as unfit:
            return self._refused(row, unfit.key, unfit.value, unfit.reason)

    def _refused(self, row: Row, key: str, value: object, reason: str, *, is_ended: bool = False) -> Refused:
        header = self._columns.headers.get(key, "")
        said = {key: self._columns.text(row, key) for key in ("code", "name")}
        told = complain(row.number, header, value, reason, sheet=row.sheet, **said)
        return Refused(row.number, told, is_ended)


def _is_no_procedure(row: Row, columns: Columns) -> bool:
    """Whether the row is a footer, a row of column numbers, or nearly empty."""
    if row.fault:
        return False
    code, name = columns.text(row, "code"), columns.text(row, "name")
    if not code and not name:
        return sum(bool(columns.text(row, key)) for key in columns.places) < 2
    if not code:
        first = " ".join(words(name[:50]))
        return first.startswith(_FOOTERS) or (first.startswith(_REMARK) and not is_told(row, columns))
    return bool(_COLUMN_NUMBER.fullmatch(code) and _COLUMN_NUMBER.fullmatch(name))
