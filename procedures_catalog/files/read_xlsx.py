"""Reads the rows of a workbook's sheets: values only, never a formula, a picture or a macro."""

import datetime
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.lists.row import Cell, Row
from procedures_catalog.files.open_file import check_xlsx

#: Excel's own limit; a row numbered beyond it is a trap for readers that fill the gap.
_LAST_ROW = 1_048_576
_BROKEN = "Tệp XLSX bị hỏng hoặc không đúng chuẩn. Hãy mở bằng bảng tính và lưu lại dạng .xlsx."
_ROW_TAG = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_ROW_NUMBER, _HIDDEN = re.compile(rb'\br="([0-9]{1,7})"'), re.compile(rb'\bhidden="(?:1|true)"')
_CHUNK = 2**20


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
            yield from _rows(self._sheet, self._said)
        except UnreadableFile:
            raise
        except Exception as fault:  # openpyxl meets a broken file with errors of every kind
            raise UnreadableFile(_BROKEN) from fault

    def hides(self, row: int) -> bool:
        """Whether a row of it is hidden, by hand or by a filter."""
        return row in self._hidden

    @cached_property
    def _hidden(self) -> frozenset[int]:
        """openpyxl does not tell while it streams, so the tags of the rows are looked at."""
        try:
            with zipfile.ZipFile(self._path) as book, book.open(self._sheet._worksheet_path.lstrip("/")) as part:
                return frozenset(_hidden_rows(iter(lambda: part.read(_CHUNK), b"")))
        except (OSError, KeyError, zipfile.BadZipFile) as fault:
            raise UnreadableFile(_BROKEN) from fault


@contextmanager
def opened(path: Path) -> Iterator[Sequence[Sheet]]:
    """The sheets of a workbook, hidden ones too, while it is open.

    Raises UnreadableFile for a file that is no safe workbook (see `open_file.check_xlsx`), has no sheet, or is broken.
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
    return str(value)


def _hidden_rows(chunks: Iterator[bytes]) -> Iterator[int]:
    rest, last = b"", 0
    for chunk in chunks:
        rest += chunk
        end = 0
        for tag in _ROW_TAG.finditer(rest):
            number = _ROW_NUMBER.search(tag[0])
            last, end = int(number[1]) if number else last + 1, tag.end()
            if _HIDDEN.search(tag[0]):
                yield last
        rest = rest[max(end, len(rest) - _CHUNK) :]
