"""Procedures in text that has lost its columns, as a PDF gives it: a number and a code begin one, its name goes on over
the lines below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from decisions.lines.headings import heading_in
from procedures_catalog.facts.times.lengths import lengths_in
from procedures_catalog.files.lists.row import Row
from vietnamese.spelling import squeeze

_BEGINS = re.compile(r"(?:\d{1,4}[.)]?\s+)?(\d\.\d{6}(?:\.[\w.]{1,30})?)\s+(\S.*)")
_NOT_CUT = re.compile(r"không (?:th\s?ực hi\s?ện|có) cắt giảm", re.IGNORECASE)
#: Before a length of time, what belongs to it and no longer to the name.
_LEADS = re.compile(
    r"(?:\s*(?:trong thời hạn|thời hạn|trong|tối đa|không quá|chậm nhất(?: là)?|sau))+\s*[:-]?\s*$", re.I
)
#: Numbers of pages, and the line that numbers the columns.
_NOISE = re.compile(r"(?:trang\s*)?\(?\d{1,4}\)?(?:\s*/\s*\d{1,4})?(?:\s+\(?\d{1,2}\)?)*", re.IGNORECASE)
COLUMNS = ("Mã TTHC", "Tên TTHC", "Ghi chú")


@dataclass(slots=True)
class _Piece:
    """What began on a line: a procedure, or a title where it has no code."""

    number: int
    code: str
    texts: list[str] = field(default_factory=list)

    def row(self) -> Row:
        text = squeeze(" ".join(self.texts))
        if not self.code:
            return Row(self.number, (text,))
        name, rest = _parted(text)
        return Row(self.number, (self.code, name, rest))


def rows_in_text(text: str) -> Iterator[Row]:
    """A line of headings, then a row for each procedure and each title, numbered by the line it begins on; nothing
    where no line begins with a code. The name ends before the first length of time: nobody can tell two limits apart
    without their columns, so all that follows is a note."""
    pieces = _pieces(text)
    if any(piece.code for piece in pieces):
        yield Row(0, COLUMNS)
        yield from (piece.row() for piece in pieces)


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for number, line in enumerate(text.splitlines(), 1):
        said = squeeze(line)
        if found := _BEGINS.fullmatch(said):
            pieces.append(_Piece(number, found[1], [found[2]]))
        elif said and not _NOISE.fullmatch(said):
            _go_on(pieces, number, said)
    return pieces


def _go_on(pieces: list[_Piece], number: int, said: str) -> None:
    """A title stands for itself; anything else goes on with the procedure above it, or is nothing."""
    if heading_in(Row(number, (said,)), has_code=False):
        pieces.append(_Piece(number, "", [said]))
    elif pieces and pieces[-1].code:
        pieces[-1].texts.append(said)


def _parted(text: str) -> tuple[str, str]:
    """The name, and what follows it."""
    lengths = lengths_in([text])
    ends = [text.index(lengths[0].before) + len(lengths[0].before)] if lengths else []
    ends += [found.start()] if (found := _NOT_CUT.search(text)) else []
    if not ends:
        return text, ""
    name = _LEADS.sub("", text[: min(ends)]).rstrip(" -–:;")
    return (name, text[len(name) :].strip(" -–:;")) if name else (text, "")
