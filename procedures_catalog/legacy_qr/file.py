"""Reads a list of addresses that another system printed: a table of `payload` with `code`, `name` or `image`."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from procedures_catalog.facts.codes import MAX_LENGTH as LONGEST_CODE
from procedures_catalog.facts.legacy_addresses import MAX_LENGTH, PrintedAddress, code_in, normal
from procedures_catalog.files.issues import Refused, UnreadableFile, complain
from procedures_catalog.files.open_file import text_lines
from vietnamese.fold import words
from vietnamese.spelling import squeeze

#: Rows of one file; Vietnam has some 10,000 communes, and no system prints more codes than procedures × levels.
MAX_ROWS = 200_000
MAX_NAME = 2_000

_MAX_LINE = 2**16
_NAMES: Mapping[str, tuple[str, ...]] = {
    "payload": ("payload", "dia chi", "dia chi in", "url", "link", "noi dung qr"),
    "code": ("code", "ma", "ma tthc", "ma thu tuc", "ma so"),
    "name": ("name", "ten", "ten tthc", "ten thu tuc"),
    "image": ("image", "anh", "hinh", "tep anh"),
}
_KEYS = {name: key for key, names in _NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One printed address: the row it stands in, the procedure's code and name where the file says them, and the file
    name of the picture that the address was read from ("" where the file does not say)."""

    row: int
    address: PrintedAddress
    code: str = ""
    name: str = ""
    image: str = ""


def read_legacy(path: Path, *, max_rows: int = MAX_ROWS) -> Iterator[PrintedRow | Refused]:
    """The rows of a UTF-8 table with a header line, parted by tabs, commas or semicolons.

    Raises UnreadableFile for a file that cannot be read, has no column `payload` or too many rows; no bad row stops
    the next one.
    """
    lines = text_lines(path, max_line=_MAX_LINE)
    _number, header = next(lines)
    mark = max("\t,;", key=header.count)
    places = _places(_cells(header, mark))
    for count, (number, line) in enumerate(lines, 1):
        if count > max_rows:
            raise UnreadableFile(f"Tệp có quá {max_rows} dòng.")
        if line.strip():
            yield _row(number, _cells(line, mark), places)


def _cells(line: str, mark: str) -> list[str]:
    """The cells of one line. What is quoted wrongly is one cell, which then is no address."""
    try:
        return next(csv.reader([line], delimiter=mark, strict=True), [])
    except csv.Error:
        return [line]


def _places(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        if key := _KEYS.get(" ".join(words(cell[:100]))):
            found.setdefault(key, place)
    if "payload" not in found:
        raise UnreadableFile(
            "Dòng đầu của tệp phải có tên các cột, trong đó có cột “payload” (địa chỉ in trong mã QR)."
        )
    return found


def _row(number: int, cells: Sequence[str], places: Mapping[str, int]) -> PrintedRow | Refused:
    said = {key: cells[place].strip() if place < len(cells) else "" for key, place in places.items()}
    if why := _unfit(said):
        return Refused(number, complain(number, "payload", said["payload"], why))
    address = normal(said["payload"])
    if address is None or not address.names_something:
        why = (
            "không phải địa chỉ web"
            if address is None
            else "chỉ là trang đầu của một máy chủ, không chỉ ra thủ tục nào"
        )
        return Refused(number, complain(number, "payload", said["payload"], why))
    code = squeeze(said.get("code", "")) or code_in(address)
    return PrintedRow(number, address, code, squeeze(said.get("name", "")), said.get("image", ""))


def _unfit(said: Mapping[str, str]) -> str:
    """Why a row is refused before its address is looked at; "" for none."""
    if not said["payload"]:
        return "không có địa chỉ"
    limits = {"payload": MAX_LENGTH, "code": LONGEST_CODE, "name": MAX_NAME, "image": MAX_LENGTH}
    labels = {"payload": "địa chỉ", "code": "mã thủ tục", "name": "tên thủ tục", "image": "tên ảnh"}
    too_long = [key for key, most in limits.items() if len(said.get(key, "")) > most]
    return f"{labels[too_long[0]]} dài quá {limits[too_long[0]]} ký tự" if too_long else ""
