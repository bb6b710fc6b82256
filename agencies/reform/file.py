"""Reads the files of a territorial reform: units before and after, and what each new commune was made of."""

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vietnamese.spelling import exact, squeeze

#: The columns of the table of merged communes, in the order of `MergeRow`.
COLUMNS = ("Tỉnh", "Phường, xã mới", "Phường, xã trước sáp nhập")

_GZIP_MAGIC = b"\x1f\x8b"


class UnitsFileError(ValueError):
    """A file that cannot be read at all; the message is a Vietnamese sentence that names the file."""


@dataclass(frozen=True, slots=True)
class LineIssue:
    """Something in the files that was not (`resolved` false) or not literally (true) taken over.

    `line` is the line in the table of merged communes, None when it is about something else.
    """

    line: int | None
    value: str
    reason: str
    resolved: bool = False

    def __str__(self) -> str:
        where = f"Dòng {self.line}: " if self.line else ""
        return f"{where}“{self.value}”: {self.reason}"


@dataclass(frozen=True, slots=True)
class FileUnit:
    """One unit of a file. `kind`: province, district or commune; `parent` is a code, empty for a province."""

    code: str
    name: str
    kind: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One line of the table of merged communes, the old names still in one text."""

    line: int
    province: str
    name: str
    olds: str


def read_units(path: Path) -> tuple[FileUnit, ...]:
    """Provinces, each followed by its districts (if the file has them) and communes. JSON, plain or gzipped.

    UnitsFileError for a file that is missing, damaged, not UTF-8, not JSON or of another shape.
    """
    provinces = _parsed(path)
    try:
        return tuple(unit for province in provinces for unit in _with_members(province))
    except (KeyError, TypeError, AttributeError) as error:
        raise UnitsFileError(
            f"Tệp {path.name} không đúng khuôn: cần danh sách tỉnh, mỗi đơn vị có Code và FullName."
        ) from error


def read_merges(path: Path) -> tuple[tuple[MergeRow, ...], tuple[LineIssue, ...]]:
    """The table of merged communes (CSV) and complaints about lines without a province or a name.

    UnitsFileError for a file that is missing, damaged, not UTF-8, or lacks a column.
    """
    lines = csv.reader(io.StringIO(_text(path), newline=""))
    places = _places(next(lines, []), path)
    rows = [_merge_row(lines.line_num, cells, places) for cells in lines if any(cells)]
    good = tuple(row for row in rows if row.province and row.name)
    bad = tuple(_nameless(row) for row in rows if not (row.province and row.name))
    return good, bad


def _nameless(row: MergeRow) -> LineIssue:
    return LineIssue(row.line, row.name or row.olds, "dòng thiếu tên tỉnh hoặc tên đơn vị mới")


def _places(header: list[str], path: Path) -> list[int]:
    """Where each of `COLUMNS` stands."""
    names = [exact(squeeze(name)) for name in header]
    missing = [column for column in COLUMNS if exact(column) not in names]
    if missing:
        raise UnitsFileError(f"Tệp {path.name} thiếu cột: {'; '.join(missing)}.")
    return [names.index(exact(column)) for column in COLUMNS]


def _merge_row(line: int, cells: list[str], places: list[int]) -> MergeRow:
    province, name, olds = (squeeze(cells[place]) if place < len(cells) else "" for place in places)
    return MergeRow(line, province, name, olds)


def _with_members(province: dict[str, Any]) -> Iterator[FileUnit]:
    code = province["Code"]
    yield FileUnit(code, squeeze(province["FullName"]), "province")
    yield from _children(province.get("Wards"), "commune", code)
    for district in province.get("District") or ():
        yield from _children([district], "district", code)
        yield from _children(district.get("Ward"), "commune", district["Code"])


def _children(units: Iterable[dict[str, Any]] | None, kind: str, parent: str) -> Iterator[FileUnit]:
    for unit in units or ():
        yield FileUnit(unit["Code"], squeeze(unit["FullName"]), kind, parent)


def _parsed(path: Path) -> Any:
    text = _text(path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnitsFileError(f"Tệp {path.name} không phải JSON hợp lệ (dòng {error.lineno}).") from error


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnitsFileError(f"Tệp {path.name} không phải mã UTF-8; hãy lưu lại bằng UTF-8.") from error


def _bytes(path: Path) -> bytes:
    try:
        raw = path.read_bytes()
        return gzip.decompress(raw) if raw.startswith(_GZIP_MAGIC) else raw
    except FileNotFoundError as error:
        raise UnitsFileError(f"Không tìm thấy tệp {path}.") from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnitsFileError(f"Tệp nén {path.name} bị hỏng hoặc bị cắt cụt.") from error
    except OSError as error:
        raise UnitsFileError(f"Không đọc được tệp {path}: {error.strerror}.") from error
