"""The rows of an appendix that somebody hands in: a workbook's first visible sheet, a CSV file, the tables of a text
document, a table or lines pasted from a document."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from decisions.files.bounds import check_short
from decisions.files.docx import read_tables
from decisions.lines.running_text import rows_in_text
from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.lists.row import Row
from procedures_catalog.files.office_file import is_docx
from procedures_catalog.files.open_file import kind_of
from procedures_catalog.files.read_csv import csv_rows
from procedures_catalog.files.read_xlsx import sheet_rows

MOST_ROWS = 2_000
MOST_PASTED = 1_000_000  # signs
WITHOUT_COLUMNS = (
    "Đoạn dán không còn cột (chép từ PDF): chỉ tách được mã và tên, thời hạn còn trong ghi chú. Hãy xem lại từng dòng."
)
_NO_TABLE = (
    "Đoạn dán không phải bảng và không có dòng nào mang mã thủ tục. Các ô phải cách nhau bằng phím Tab, như chép từ "
    "Word, Excel; hoặc mỗi thủ tục bắt đầu bằng số thứ tự và mã, như chép từ PDF."
)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The rows, MOST_ROWS at most, and what is to be said of the file itself."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


def rows_of(path: Path) -> HandedIn:
    """The rows of a file. Raises UnreadableFile with a Vietnamese sentence."""
    kind = kind_of(path)
    if is_docx(path):
        found = read_tables(path)
        return HandedIn(_bounded(found.rows), found.remarks)
    if kind == "jsonl":
        raise UnreadableFile("Đây là tệp JSON, không phải phụ lục DOCX, XLSX hay CSV.")
    if kind == "xlsx":
        check_short(path)
        return HandedIn(_bounded(sheet_rows(path)))
    return HandedIn(_bounded(csv_rows(path)))


def pasted_rows(text: str) -> HandedIn:
    """The rows of a table as programs put it on the clipboard: cells between tabs, a cell of several lines in quotation
    marks; or of lines without columns, as a PDF gives them. Raises UnreadableFile where it is too long or neither."""
    if len(text) > MOST_PASTED:
        raise UnreadableFile(f"Đoạn dán dài quá {MOST_PASTED} ký tự.")
    if "\t" in text:
        return HandedIn(_bounded(_cut(text)))
    rows = _bounded(rows_in_text(text))
    if not rows:
        raise UnreadableFile(_NO_TABLE)
    return HandedIn(rows, (WITHOUT_COLUMNS,))


def _cut(text: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter="\t")
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(reader.line_num, tuple(cells))
    except csv.Error as fault:
        raise UnreadableFile(f"Một ô của đoạn dán dài quá {csv.field_size_limit()} ký tự.") from fault


def _bounded(rows: Iterable[Row]) -> tuple[Row, ...]:
    taken = tuple(islice(rows, MOST_ROWS + 1))
    if len(taken) > MOST_ROWS:
        raise UnreadableFile(f"Phụ lục có quá {MOST_ROWS} dòng.")
    return taken
