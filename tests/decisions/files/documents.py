"""Small text documents for tests, written by hand."""

import zipfile
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

BODY, LISTS = "word/document.xml", "word/numbering.xml"
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str, numbered: str = "") -> str:
    """One; `numbered` names its list."""
    number = f'<w:pPr><w:numPr><w:numId w:val="{numbered}"/></w:numPr></w:pPr>' if numbered else ""
    return f"<w:p>{number}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def cell(text: str, *marks: str, numbered: str = "") -> str:
    """A cell; marks are those of merged ones, as the format has them."""
    return f"<w:tc><w:tcPr>{''.join(marks)}</w:tcPr>{paragraph(text, numbered)}</w:tc>"


def wide(columns: int) -> str:
    """The mark of a cell over so many columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def table(*rows: Iterable[str]) -> str:
    """A table of texts, or of cells that are written already."""
    return f"<w:tbl>{''.join(map(row, rows))}</w:tbl>"


def row(cells: Iterable[str]) -> str:
    """One row of it."""
    return f"<w:tr>{''.join(each if each.startswith('<w:tc>') else cell(each) for each in cells)}</w:tr>"


def document(path: Path, *blocks: str, lists: str = "") -> Path:
    """The file; `lists` is what numbers by itself."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(BODY, f"<w:document {_SPACE}><w:body>{''.join(blocks)}</w:body></w:document>")
        if lists:
            archive.writestr(LISTS, f"<w:numbering {_SPACE}>{lists}</w:numbering>")
    return path


def list_of(key: str, style: str) -> str:
    """A list that numbers in a way ("upperRoman")."""
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:numFmt w:val="{style}"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
    )


def rewritten(path: Path, member: str, edit: Callable[[bytes], bytes]) -> Path:
    """The file with one member changed or added, as a careless or hostile program would."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    content[member] = edit(content.get(member, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in content.items():
            archive.writestr(name, held)
    return path
