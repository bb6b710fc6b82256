"""Writes records to files: JSON lines in the national shape (every fact), CSV and XLSX (one line a procedure)."""

import csv
import gzip
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from pages.tables.cells import harmless
from procedures_catalog.facts.fees import summary as fees
from procedures_catalog.facts.national_shape import to_national
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.temporary_code import is_temporary
from procedures_catalog.facts.times import summary as times
from procedures_catalog.facts.vocabulary import LEVELS, NATIONAL_LEVELS, ONLINE_LEVELS
from vietnamese.spelling import clean

#: Longest text that a cell of a workbook holds (ECMA-376).
LONGEST_CELL = 32_767
COLUMNS: Mapping[str, Callable[[ProcedureRecord], str]] = {
    "Mã TTHC": lambda record: "" if is_temporary(record.code) else record.code,
    "Tên TTHC": lambda record: record.name,
    "Lĩnh vực": lambda record: record.sector,
    "Cấp thực hiện": lambda record: "; ".join(NATIONAL_LEVELS[level] for level in record.levels if level in LEVELS),
    "Mức độ DVC": lambda record: ONLINE_LEVELS.get(record.online_level, "").removeprefix("Trực tuyến ").capitalize(),
    "Quyết định": lambda record: record.decision_number,
    "Tên cơ quan thực hiện": lambda record: "; ".join(record.executing),
    "Thời hạn": lambda record: times.summary(record.channels, record.steps),
    "Phí, lệ phí": lambda record: fees.summary(record.channels, record.steps, record.name),
    "Nơi nộp": lambda record: record.receiving_address,
    "Tên gọi thường ngày": lambda record: "; ".join(record.everyday_names),
    "Mã tạm của cổng": lambda record: record.code if is_temporary(record.code) else "",
}


def write_jsonl(path: Path, records: Iterable[ProcedureRecord]) -> int:
    """One national object a line; gzipped when the wanted name ends in .gz. Returns how many lines."""
    open_file = gzip.open if ".gz" in path.suffixes else open
    count = 0
    with open_file(path, "wt", encoding="utf-8", newline="\n") as out:
        for record in records:
            out.write(json.dumps(to_national(record), ensure_ascii=False) + "\n")
            count += 1
    return count


def write_csv(path: Path, records: Iterable[ProcedureRecord]) -> int:
    """A table with a header; with a byte order mark, which spreadsheets need to read Vietnamese. Returns how many."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for record in records:
            writer.writerow([harmless(column(record)) for column in COLUMNS.values()])
            count += 1
    return count


def write_xlsx(path: Path, records: Iterable[ProcedureRecord]) -> int:
    """A workbook with one sheet; every cell is text, so codes keep their zeros. Returns how many rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh mục thủ tục")
    sheet.append(list(COLUMNS))
    count = 0
    for record in records:
        sheet.append([_text_cell(sheet, column(record)) for column in COLUMNS.values()])
        count += 1
    book.save(path)
    return count


def _text_cell(sheet: Any, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, clean(text)[:LONGEST_CELL])
    cell.data_type = "s"
    cell.number_format = "@"
    return cell


FORMATS: Mapping[str, Callable[[Path, Iterable[ProcedureRecord]], int]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "xlsx": write_xlsx,
}
