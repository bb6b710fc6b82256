"""Reads the rows of a workbook's first visible sheet: values only, never a formula, a picture or a macro."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.open_file import check_xlsx
from procedures_catalog.files.table_columns import Cell, Row

#: Excel's own limit; a row numbered beyond it is a trap for readers that fill the gap.
_LAST_ROW = 1_048_576
_BROKEN = "Tệp XLSX bị hỏng hoặc không đúng chuẩn. Hãy mở bằng bảng tính và lưu lại dạng .xlsx."


def sheet_rows(path: Path) -> Iterator[Row]:
    """The rows that have something in them, numbered as the sheet numbers them, streamed.

    A formula gives the value it had when the file was saved. Numbers stay numbers, dates become
    "dd/mm/yyyy", anything else text. Raises UnreadableFile for a file that is no safe workbook (see
    `open_file.check_xlsx`) or that is broken inside.
    """
    check_xlsx(path)
    try:
        book: Any = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        try:
            yield from _rows(_first_visible(book))
        finally:
            book.close()
    except UnreadableFile:
        raise
    except Exception as fault:  # openpyxl meets a broken file with errors of every kind
        raise UnreadableFile(_BROKEN) from fault


def _first_visible(book: Any) -> Any:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise UnreadableFile("Tệp XLSX không có trang tính nào để đọc.")
    sheets[0].reset_dimensions()  # the size that a sheet declares may be missing or wrong
    return sheets[0]


def _rows(sheet: Any) -> Iterator[Row]:
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > _LAST_ROW:
            raise UnreadableFile(_BROKEN)
        cells = [_cell(value) for value in values]
        while cells and not str(cells[-1]).strip():
            cells.pop()
        if cells:
            yield Row(number, tuple(cells))


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    return str(value)
