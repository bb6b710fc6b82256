"""The tables of a text document (Office Open XML, ECMA-376) that list procedures, with the titles between them.
Pictures, fields and links are never looked at, nor is anything outside the file.

No package is used for it: the usual one brings lxml, and where that is there, openpyxl reads workbooks by it and no
longer by defusedxml."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from decisions.lines.columns import names_columns
from decisions.lines.headings import heading_in
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.lists.row import Row
from procedures_catalog.files.office_file import check_docx
from vietnamese.spelling import squeeze

#: A cell can say that it is as wide as a million columns.
MOST_COLUMNS = 60
_BROKEN = "Tệp DOCX bị hỏng hoặc không đúng chuẩn. Hãy mở bằng Word hay LibreOffice và lưu lại dạng .docx."
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = {"w": _W[1:-1]}
_BODY, _LISTS = "word/document.xml", "word/numbering.xml"
_TEXT, _PARAGRAPH, _TABLE, _VALUE = f"{_W}t", f"{_W}p", f"{_W}tbl", f"{_W}val"
#: What was crossed out or moved away while somebody kept track of changes, and what stands there for old programs.
_GONE = frozenset(
    (f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
#: Paragraphs of the decision itself, which speak of other decisions' ends.
_SENTENCE = re.compile(r"(?:Điều \d|Căn cứ|Theo đề nghị|[-+–•])|.*[;,]$", re.DOTALL)
_LONGEST_TITLE = 300
#: How a list numbers by itself → the first of its numbers: what counts is how, not which.
_FIRST = {"upperLetter": "A", "lowerLetter": "A", "upperRoman": "I", "lowerRoman": "I", "decimal": "1"}


@dataclass(frozen=True, slots=True)
class Tables:
    """Rows numbered through all tables, and what is said of those that were left out."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


def read_tables(path: Path) -> Tables:
    """The rows of all tables that name their columns, and of those that go on with them. A merged cell has its text in
    its first column and in each of its rows. Raises UnreadableFile."""
    check_docx(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _Reader(archive).read()
    except UnreadableFile:
        raise
    except Exception as fault:  # what is broken inside shows in errors of every kind
        raise UnreadableFile(_BROKEN) from fault


class _Reader:
    """One document, from its top to its end."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._blocks = _blocks(_parsed(archive, _BODY))
        self._numbers = _Numbers(archive)
        self._titles: list[tuple[str, ...]] = []
        self._rows: list[Row] = []
        self._width = self._left_out = 0

    def read(self) -> Tables:
        """All of it."""
        for block in self._blocks:
            if block.tag == _TABLE:
                self._table(block)
            else:
                self._title(block)
        return Tables(tuple(self._rows), tuple(self._remarks()))

    def _remarks(self) -> Iterator[str]:
        if not self._width:
            raise UnreadableFile("Tệp DOCX không có bảng nào có cột tên thủ tục và cột mã, loại hay thời hạn.")
        if self._left_out:
            yield f"{self._left_out} bảng khác trong tệp không phải danh mục thủ tục nên không đọc."

    def _table(self, table: Element) -> None:
        rows = [self._with_number(row) for row in _rows(table)]
        width = max(map(len, rows), default=0)
        if names_columns(rows) or (width == self._width and any(map(_has_code, rows))):
            self._width = width
            self._take(*self._titles, *rows)
        else:
            self._left_out += 1
        self._titles.clear()

    def _take(self, *rows: tuple[str, ...]) -> None:
        filled = (cells for cells in rows if any(cells))
        self._rows.extend(Row(number, cells) for number, cells in enumerate(filled, len(self._rows) + 1))

    def _title(self, paragraph: Element) -> None:
        text = squeeze(_text(paragraph))
        cells = (self._numbers.of(paragraph), text)
        if len(text) <= _LONGEST_TITLE and not _SENTENCE.match(text) and heading_in(Row(0, cells), has_code=False):
            self._titles.append(cells)

    def _with_number(self, row: list[tuple[Element, str]]) -> tuple[str, ...]:
        """The texts of a row; one that is a title alone keeps the number that its list gives it."""
        said = [(cell, text) for cell, text in row if text]
        if len(said) == 1 and (number := self._numbers.of(said[0][0])):
            return (number, said[0][1])
        return tuple(text for _, text in row)


class _Numbers:
    """Numbers that no text holds: lists that number by themselves."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._formats: dict[tuple[str, str], str] = {}
        if _LISTS not in archive.namelist():
            return
        lists = _parsed(archive, _LISTS)
        levels: dict[str, dict[str, str]] = {
            each.get(f"{_W}abstractNumId", ""): {
                level.get(f"{_W}ilvl", ""): _said(level, "w:numFmt") for level in each.iterfind("w:lvl", _SPACE)
            }
            for each in lists.iterfind("w:abstractNum", _SPACE)
        }
        for each in lists.iterfind("w:num", _SPACE):
            for level, style in levels.get(_said(each, "w:abstractNumId"), {}).items():
                self._formats[each.get(f"{_W}numId", ""), level] = style

    def of(self, block: Element) -> str:
        """The first number in the way of the paragraph, or of the first one in a cell; "" where there is none."""
        numbered = block.find(".//w:numPr", _SPACE)
        if numbered is None:
            return ""
        key = _said(numbered, "w:numId"), _said(numbered, "w:ilvl") or "0"
        return _FIRST.get(self._formats.get(key, ""), "")


def _parsed(archive: zipfile.ZipFile, member: str) -> Any:
    """The root; defusedxml refuses what would multiply or look outside."""
    with archive.open(member) as part:
        return parse(part, forbid_dtd=True).getroot()


def _said(element: Element, child: str) -> str:
    """The value of an element below; "" where there is none."""
    found = element.find(child, _SPACE)
    return "" if found is None else found.get(_VALUE, "")


def _blocks(element: Element) -> Iterator[Element]:
    """Paragraphs and tables in their order, also those in boxes of forms."""
    for child in element:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag not in _GONE:
            yield from _blocks(child)


def _rows(table: Element) -> Iterator[list[tuple[Element, str]]]:
    """Each row as cells and their texts, one for each column."""
    above: dict[int, str] = {}
    for row in table.iterfind("w:tr", _SPACE):
        cells: list[tuple[Element, str]] = []
        _widen(cells, row, _said(row, "w:trPr/w:gridBefore") or "0")
        for cell in row.iterfind("w:tc", _SPACE):
            at, text = len(cells), above.get(len(cells), "") if _goes_on(cell) else _text(cell).strip()
            above[at] = text
            cells.append((cell, text))
            _widen(cells, cell, _said(cell, "w:tcPr/w:gridSpan") or "1", taken=1)
        yield cells


def _goes_on(cell: Element) -> bool:
    """Whether a cell is merged with the one above it."""
    return cell.find("w:tcPr/w:vMerge", _SPACE) is not None and _said(cell, "w:tcPr/w:vMerge") != "restart"


def _widen(cells: list[tuple[Element, str]], cell: Element, columns: str, taken: int = 0) -> None:
    more = int(columns) - taken
    if len(cells) + more > MOST_COLUMNS:
        raise UnreadableFile(f"Một bảng trong tệp có quá {MOST_COLUMNS} cột.")
    cells.extend([(cell, "")] * more)


def _has_code(cells: tuple[str, ...]) -> bool:
    return any(parse_code(cell).is_national for cell in cells)


def _text(block: Element) -> str:
    return "".join(_pieces(block))


def _pieces(block: Element) -> Iterator[str]:
    for child in block:
        if child.tag in _GONE:
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        else:
            yield _SIGNS.get(child.tag, "")
            yield from _pieces(child)
        if child.tag == _PARAGRAPH:
            yield "\n"
