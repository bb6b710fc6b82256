"""Joins printed addresses with the list they were printed from: the picture in a row says which code and name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from procedures_catalog.facts.codes import MAX_LENGTH, parse_number
from procedures_catalog.files.issues import Refused, UnreadableFile, complain
from procedures_catalog.files.lists.columns import Columns, NoHeadings, find_columns
from procedures_catalog.files.lists.row import Cell, Row, cell_text
from procedures_catalog.files.lists.two_lines import Ahead
from procedures_catalog.files.pictures import picture_key, pictures_by_row
from procedures_catalog.files.read_xlsx import sheet_rows
from procedures_catalog.legacy_qr.file import MAX_NAME, PrintedRow
from vietnamese.fold import fold
from vietnamese.spelling import squeeze

_TEST = re.compile(r"(?:thu tuc )?test\b")
#: Picture → code and name of the row that it stands in.
Listed = Mapping[str, tuple[str, str]]


def listed_by_picture(path: Path) -> Listed:
    """What a workbook says beside each of its pictures.

    Raises UnreadableFile for what is no safe workbook or has no header that names code and name.
    """
    pictures = pictures_by_row(path)
    rows = Ahead(sheet_rows(path))
    try:
        columns = find_columns(rows)
    except NoHeadings as none:
        raise UnreadableFile(str(none)) from none
    said = {row.number: _said(row, columns) for row in rows}
    return {
        picture_key(picture): said[number] for number, names in pictures.items() for picture in names if number in said
    }


def _said(row: Row, columns: Columns) -> tuple[str, str]:
    """Code and name of a row. A code of a test row names no procedure, so it is left out."""
    name = columns.text(row, "name")[:MAX_NAME]
    code = "" if _is_test(name) else _code(columns.cell(row, "code"))[:MAX_LENGTH]
    return code, name


def _is_test(name: str) -> bool:
    """Whether the row was made to try the other system out ("Thủ tục test")."""
    return bool(_TEST.match(fold(name)))


def _code(cell: Cell) -> str:
    """The code as written; one that the sheet turned into a number is read back."""
    return parse_number(cell).written if isinstance(cell, float) else squeeze(cell_text(cell))


def with_list(rows: Iterable[PrintedRow | Refused], listed: Listed) -> Iterator[PrintedRow | Refused]:
    """The rows with code and name from the list; a row whose picture is not in the list is refused."""
    for row in rows:
        if isinstance(row, Refused) or not row.image:
            yield row
        elif (key := picture_key(row.image)) in listed:
            code, name = listed[key]
            yield replace(row, code=row.code or code, name=row.name or name)
        else:
            yield Refused(row.row, complain(row.row, "image", row.image, "danh sách không có ảnh này"))
