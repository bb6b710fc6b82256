"""Reads the rows of a workbook's sheets: values only, never a formula, a picture or a macro."""

import datetime
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import column_index_from_string

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.lists.joining.merged import Merged, filled
from procedures_catalog.files.lists.row import Cell, Row
from procedures_catalog.files.office_file import check_xlsx

#: Excel's own limit; a row numbered beyond it is a trap for readers that fill the gap.
_LAST_ROW = 1_048_576
_BROKEN = "Tệp XLSX bị hỏng hoặc không đúng chuẩn. Hãy mở bằng bảng tính và lưu lại dạng .xlsx."
#: No tag has a "<" inside: a search that looks past one takes a time that grows with the square of the file.
_TAG = re.compile(rb"<(?:\w{1,40}:)?(?:row|mergeCell)\b[^<>]*>")
_MERGED = re.compile(rb'\bref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
#: Merged cells of a sheet that reach downwards; each row is looked at for each that is open.
_MOST_MERGED = 50_000
_ROW_NUMBER, _HIDDEN = re.compile(rb'\br="([0-9]{1,7})"'), re.compile(rb'\bhidden="(?:1|true)"')
_CHUNK = 2**20
#: How workbooks write the sign that stands before some line breaks; openpyxl leaves it as it is.
_ESCAPED_RETURN = "_x000D_"


class Sheet:
    """One sheet of an open workbook. `name` is its own; rows carry it where the book has several."""

    def __init__(self, sheet: Any, path: Path, *, is_alone: bool) -> None:
        self._sheet, self._path = sheet, path
        self.name: str = sheet.title
        self.is_visible: bool = sheet.sheet_state == "visible"
        self._said = "" if is_alone else self.name

    def rows(self) -> Iterator[Row]:
        """The rows that have something in them, numbered as the sheet numbers them, streamed.

        A formula gives the value it had when the file was saved. Numbers stay numbers, dates become "dd/mm/yyyy",
        anything else text. Raises UnreadableFile where the sheet is broken inside.
        """
        try:
            self._sheet.reset_dimensions()  # the size that a sheet declares may be missing or wrong
            yield from filled(_rows(self._sheet, self._said), self._tags.merged)
        except UnreadableFile:
            raise
        except Exception as fault:  # openpyxl meets a broken file with errors of every kind
            raise UnreadableFile(_BROKEN) from fault

    def hides(self, row: int) -> bool:
        """Whether a row of it is hidden, by hand or by a filter."""
        return row in self._tags.hidden

    @cached_property
    def _tags(self) -> "_Tags":
        """openpyxl does not tell of hidden rows and merged cells while it streams, so the tags are looked at."""
        try:
            with zipfile.ZipFile(self._path) as book, book.open(self._sheet._worksheet_path.lstrip("/")) as part:
                return _tags_of(iter(lambda: part.read(_CHUNK), b""))
        except (OSError, KeyError, zipfile.BadZipFile) as fault:
            raise UnreadableFile(_BROKEN) from fault


@contextmanager
def opened(path: Path) -> Iterator[Sequence[Sheet]]:
    """The sheets of a workbook, hidden ones too, while it is open.

    Raises UnreadableFile for a file that is no safe workbook (`office_file.check_xlsx`), has no sheet, or is broken.
    """
    check_xlsx(path)
    try:
        book: Any = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as fault:  # as above
        raise UnreadableFile(_BROKEN) from fault
    try:
        sheets = book.worksheets
        if not sheets:
            raise UnreadableFile("Tệp XLSX không có trang tính nào để đọc.")
        yield [Sheet(sheet, path, is_alone=len(sheets) == 1) for sheet in sheets]
    finally:
        book.close()


def sheet_rows(path: Path) -> Iterator[Row]:
    """The rows of the first visible sheet, see `Sheet.rows`. Raises UnreadableFile, see `opened`."""
    with opened(path) as sheets:
        first = next((sheet for sheet in sheets if sheet.is_visible), None)
        if first is None:
            raise UnreadableFile("Tệp XLSX không có trang tính nào để đọc.")
        yield from first.rows()


def _rows(sheet: Any, name: str) -> Iterator[Row]:
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > _LAST_ROW:
            raise UnreadableFile(_BROKEN)
        cells = [_cell(value) for value in values]
        while cells and not str(cells[-1]).strip():
            cells.pop()
        if cells:
            yield Row(number, tuple(cells), sheet=name)


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    return str(value).replace(_ESCAPED_RETURN, "")


# --- What the tags tell ---------------------------------------------------------------------------


@dataclass
class _Tags:
    """The hidden rows, and the merged cells that reach downwards, see `merged.filled`."""

    hidden: set[int] = field(default_factory=set)
    merged: Merged = field(default_factory=dict)


def _tags_of(chunks: Iterator[bytes]) -> _Tags:
    found, last, count = _Tags(), 0, 0
    for tag in _tags(chunks):
        if merged := _MERGED.search(tag):
            count += _note_merged(found.merged, *(group.decode() for group in merged.groups()))
            if count > _MOST_MERGED:
                raise UnreadableFile(f"Trang tính có quá {_MOST_MERGED} ô gộp dọc. Hãy bỏ gộp ô rồi lưu lại.")
        elif b"mergeCell" not in tag[:60]:
            number = _ROW_NUMBER.search(tag)
            last = int(number[1]) if number else last + 1
            if _HIDDEN.search(tag):
                found.hidden.add(last)
    return found


def _note_merged(merged: Merged, first: str, top: str, _last: str, bottom: str) -> bool:
    """Whether a merged cell reaches downwards; it is noted then."""
    if int(bottom) <= int(top):
        return False
    merged.setdefault(int(top), []).append((column_index_from_string(first) - 1, int(bottom)))
    return True


def _tags(chunks: Iterator[bytes]) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        rest += chunk
        end = 0
        for tag in _TAG.finditer(rest):
            end = tag.end()
            yield tag[0]
        rest = rest[max(end, len(rest) - _CHUNK) :]
