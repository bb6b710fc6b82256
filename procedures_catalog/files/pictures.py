"""Finds which picture stands in which row of a workbook's first visible sheet; looks at no picture."""

import posixpath
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.office_file import check_xlsx

_BROKEN = "Không đọc được vị trí các ảnh trong tệp XLSX. Hãy mở bằng bảng tính và lưu lại dạng .xlsx."
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BOOK = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_ART = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def pictures_by_row(path: Path) -> dict[int, list[str]]:
    """Row as the sheet numbers it → the pictures anchored in it, named as in the file ("xl/media/image1.png").

    Empty where the sheet has no pictures. Raises UnreadableFile for what is no safe workbook (see
    `office_file.check_xlsx`) or is broken inside.
    """
    check_xlsx(path)
    try:
        with zipfile.ZipFile(path) as book:
            return _pictures(book)
    except (KeyError, ValueError, ParseError, DefusedXmlException, zipfile.BadZipFile, OSError, EOFError) as fault:
        raise UnreadableFile(_BROKEN) from fault


def picture_key(name: str) -> str:
    """A picture's name as lists write it: "xl/media/image1.png" and "xl_media_image1.png" are one."""
    return name.strip().replace("\\", "/").replace("/", "_").lower()


def _pictures(book: zipfile.ZipFile) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    sheet = _first_visible(book)
    for drawing in _elements(book, sheet, f"{_BOOK}drawing"):
        part = _targets(book, sheet)[drawing.attrib[f"{_OFFICE}id"]]
        media = _targets(book, part)
        for row, picture in _anchored(_read(book, part)):
            found[row].append(media[picture])
    return dict(found)


def _first_visible(book: zipfile.ZipFile) -> str:
    targets = _targets(book, "xl/workbook.xml")
    for sheet in _elements(book, "xl/workbook.xml", f"{_BOOK}sheet"):
        if sheet.get("state", "visible") == "visible":
            return targets[sheet.attrib[f"{_OFFICE}id"]]
    raise KeyError("sheet")


def _anchored(drawing: Element) -> Iterator[tuple[int, str]]:
    """Row and relation of every picture that has a place; anchors count rows from 0."""
    for anchor in drawing:
        row, blip = anchor.find(f"{_DRAWING}from/{_DRAWING}row"), anchor.find(f".//{_ART}blip")
        if row is not None and blip is not None and f"{_OFFICE}embed" in blip.attrib:
            yield int(row.text or "") + 1, blip.attrib[f"{_OFFICE}embed"]


def _targets(book: zipfile.ZipFile, part: str) -> Mapping[str, str]:
    """The relations of a part: id → name in the file."""
    folder, name = posixpath.split(part)
    rows = _read(book, f"{folder}/_rels/{name}.rels")
    return {row.attrib["Id"]: _absolute(folder, row.attrib["Target"]) for row in rows}


def _absolute(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _elements(book: zipfile.ZipFile, part: str, tag: str) -> Iterator[Element]:
    yield from _read(book, part).iter(tag)


def _read(book: zipfile.ZipFile, part: str) -> Element:
    """A part's XML. The declared sizes were checked; `zipfile` never unpacks more than these."""
    root: Element = fromstring(book.read(part), forbid_dtd=True)
    return root
