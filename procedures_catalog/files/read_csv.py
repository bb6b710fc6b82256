"""Cuts a CSV file into rows, whichever of comma, semicolon, tab and stroke separates its cells."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from procedures_catalog.files.lists.columns import HEADER_WITHIN, recognised
from procedures_catalog.files.lists.row import Row
from procedures_catalog.files.open_file import text_lines

_MAX_LINE = 2**20
_DELIMITERS = ",;\t|"
#: How programs write a text that must not become a number, such as a code.
_AS_TEXT = re.compile(r'="([^"]*)"')


def csv_rows(path: Path) -> Iterator[Row]:
    """The rows of a file in UTF-8 or UTF-16 that have something in them, numbered by the line they begin on.

    All cells are text. A row with wrong quotes, or with a cell past what the csv module takes (131,072
    characters), has a `fault`; reading goes on with the next line. Raises UnreadableFile, see
    `open_file.text_lines`.
    """
    lines = (line for _, line in text_lines(path, max_line=_MAX_LINE, utf_16=True))
    first = list(islice(lines, HEADER_WITHIN))
    return _cut(chain(first, lines), _delimiter(first))


def _delimiter(lines: Iterable[str]) -> str:
    """The separator by which a line has the most names of columns; the comma when none has any."""
    names = {mark: max((_names(line, mark) for line in lines), default=0) for mark in _DELIMITERS}
    return max(names, key=names.__getitem__)


def _names(line: str, delimiter: str) -> int:
    try:
        return recognised(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return 0


def _cut(lines: Iterable[str], delimiter: str) -> Iterator[Row]:
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter, strict=True)
    more = True
    while more:
        begin = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            yield Row(begin, (), _fault(begin, reader.line_num))
            continue
        more = cells is not None
        if cells and any(map(str.strip, cells)):
            yield Row(begin, tuple(map(_value, cells)))


def _value(cell: str) -> str:
    held = _AS_TEXT.fullmatch(cell)
    return held[1] if held else cell


def _fault(begin: int, end: int) -> str:
    lines = f"từ dòng {begin} đến dòng {end}" if end > begin else f"dòng {begin}"
    return f"dấu ngoặc kép mở mà không đóng, hoặc ô quá dài ({lines})"
