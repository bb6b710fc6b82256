"""Headings between the lines of an appendix: what each says of the lines below it – kind, sector – and how far it
reaches: up to the next one that is numbered in its way, or one above that."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from decisions.lines.counting import Counted, counted_in, says_number
from decisions.lines.kinds import Kind, kind_in, kinds_in
from procedures_catalog.files.lists.headings import is_numbering
from procedures_catalog.files.lists.row import Row, cell_text
from procedures_catalog.files.lists.standing.sections import style_of
from vietnamese.spelling import squeeze

_SECTOR = re.compile(r"lĩnh vực:?\s+(.+?)(?:\s*\(.*)?$", re.IGNORECASE)
_NUMBER = re.compile(r"[IVXivx\d.]{1,6}|[A-Z]")
_ABOVE, _PLAIN = "above", "plain"


@dataclass(frozen=True, slots=True)
class _Heading:
    """`style` is how it is numbered, `first` how many lines stand before it."""

    title: str
    style: str
    first: int


class Headings:
    """Those that the present line stands below. The titles above the table hold for all of it."""

    def __init__(self, above: Iterable[str]) -> None:
        self._open = [_Heading(title, _ABOVE, 0) for title in above]
        self._counted: list[tuple[int, Counted]] = []

    def enter(self, title: str, numbered: str, lines: int) -> None:
        """The lines that follow stand below this one; `numbered` is the title with its number, `lines` how many have
        been read."""
        style = style_of(numbered) or _PLAIN
        at = next((at for at, each in enumerate(self._open) if each.style == style), len(self._open))
        self._close(at, lines)
        self._open.append(_Heading(title, style, lines))

    @property
    def kind(self) -> Kind | None:
        """What the innermost heading says that names one kind alone."""
        return next((kind for each in reversed(self._open) if (kind := kind_in(each.title))), None)

    @property
    def sector(self) -> str:
        """The same of sectors."""
        found = (_SECTOR.match(each.title) for each in reversed(self._open))
        return next((sector_in(match[0]) for match in found if match), "")

    @property
    def title(self) -> str:
        """The innermost heading; "" where there is none."""
        return self._open[-1].title if self._open else ""

    def counted(self, lines: int) -> list[Counted]:
        """At the end, when so many lines were read: the headings that name a number, in their order."""
        self._close(0, lines)
        return [each for _, each in sorted(self._counted, key=itemgetter(0))]

    def _close(self, at: int, lines: int) -> None:
        """The innermost first: what is above it still says what it does not."""
        while len(self._open) > at:
            heading, kind, sector = self._open[-1], self.kind, self.sector
            below = range(heading.first, lines)
            self._counted += [(heading.first, each) for each in counted_in(heading.title, below, kind, sector)]
            self._open.pop()


def heading_in(row: Row, *, has_code: bool) -> str:
    """The text of a row that is a heading: one text alone beside its number, and no code; "" for any other."""
    texts = {squeeze(cell_text(cell)) for cell in row.cells} - {""}
    said = [text for text in texts if not is_numbering(text) and not _NUMBER.fullmatch(text)]
    return said[0] if len(said) == 1 and not has_code and _is_heading(said[0]) else ""


def sector_in(text: str) -> str:
    """The sector that a heading or a cell names, without what is counted: “LĨNH VỰC CHỨNG THỰC (12 TTHC)”."""
    found = _SECTOR.match(text)
    return found[1].strip(" .:") if found else text


def _is_heading(text: str) -> bool:
    return bool(_SECTOR.match(text) or says_number(text) or text.isupper() or (kinds_in(text) and "tục" in text))
