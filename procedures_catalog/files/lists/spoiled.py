"""What spreadsheet programs make of texts that they take for numbers or days: “15/12” is saved as “15-Dec”."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from procedures_catalog.files.issues import Told, complain, place
from procedures_catalog.files.lists.row import Row
from vietnamese.spelling import squeeze

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\d{1,2})"
_DATE = re.compile(rf"\s*(?:\d{{1,2}}-{_MONTH}(?:-\d{{2,4}})?|{_MONTH}-\d{{2,4}})\s*", re.IGNORECASE)
#: Said of a cell that is read.
DATE_TOLD = "ô bị bảng tính đổi thành ngày; hãy lấy lại từ tệp gốc, cột dạng văn bản"

#: What a program writes where a formula has no value.
FAULTS = frozenset(
    ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA")
)
#: A day or an hour and nothing else: “28/09/2026”, “2026-09-28 00:00:00”.
_DAY = r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})"
_HOUR = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
_ONLY_DAY = re.compile(rf"{_DAY}(?:[ T]{_HOUR})?|{_HOUR}")
#: A number that no decision has: of five digits and more, as days are counted (46293 is in 2026), broken, below zero,
#: or by a power; “1907” may be one.
_ONLY_NUMBER = re.compile(r"\d{5,}(?:[.,]0*)?|-\d+(?:[.,]\d+)?|\d+[.,]\d+(?:E[+-]?\d+)?|\d+E[+-]?\d+", re.IGNORECASE)
_KEPT = "không nhập ô này, giá trị cổng đang có được giữ; hãy lấy lại từ tệp gốc, cột dạng văn bản"


def is_spoiled_date(text: str) -> bool:
    """Whether a spreadsheet program has made a day of what stood there."""
    return len(text) < 20 and bool(_DATE.fullmatch(text))


def why_faulty(text: str) -> str:
    """What is said of a cell whose formula had no value; "" for any other."""
    return f"ô lỗi của bảng tính; {_KEPT}" if text.upper() in FAULTS else ""


def why_spoiled(text: str) -> str:
    """What a spreadsheet program made of a text that is no number by nature – a decision's number, a sector –, as a
    sentence; "" for one that may be what was typed."""
    if faulty := why_faulty(text):
        return faulty
    if _ONLY_DAY.fullmatch(text[:40]) or is_spoiled_date(text):
        return f"ô chỉ có ngày, không có số; {_KEPT}"
    if text.upper() in ("TRUE", "FALSE") or _ONLY_NUMBER.fullmatch(text[:40]):
        return f"ô bị bảng tính đổi thành số; {_KEPT}"
    return ""


class SpoiledColumns:
    """Counts such cells in the columns that are not read: nothing is lost by them, but the file should be mended."""

    def __init__(self) -> None:
        self._found: dict[int, list[Row]] = defaultdict(list)

    def look(self, row: Row, places: Collection[int]) -> None:
        """Looks at the cells of a row whose places are not read."""
        for at, cell in enumerate(row.cells):
            if isinstance(cell, str) and at not in places and is_spoiled_date(cell):
                self._found[at].append(row)

    def told(self, headings: tuple[object, ...]) -> Iterator[Told]:
        """One remark a column, with the first such cell."""
        for at, rows in sorted(self._found.items()):
            heading = squeeze(str(headings[at])) if at < len(headings) else ""
            first = rows[0]
            where = place(first.number, first.sheet)
            reason = f"cột không đọc có {len(rows)} ô bị bảng tính đổi thành ngày, đầu tiên ở {where}"
            yield Told(complain(0, heading, first.cells[at], reason, sheet=first.sheet))
