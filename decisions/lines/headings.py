"""Headings between the lines of an appendix: what each says of the lines below it – kind, sector, how many there are –
and how far it reaches: up to the next one that is numbered in its way, or one above that."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from decisions.lines.kinds import Kind, kind_in, kinds_in
from procedures_catalog.files.lists.headings import is_numbering
from procedures_catalog.files.lists.row import Row, cell_text
from procedures_catalog.files.lists.standing.sections import style_of
from vietnamese.spelling import squeeze

_COUNTED = re.compile(r"\(?\b0*(\d{1,4})\s*(?:TTHC|thủ tục)\b", re.IGNORECASE)
_SECTOR = re.compile(r"lĩnh vực:?\s+(.+?)(?:\s*\(.*)?$", re.IGNORECASE)
_NUMBER = re.compile(r"[IVXivx\d.]{1,6}|[A-Z]")
_SHOWN = 120
_ABOVE, _PLAIN = "above", "plain"


@dataclass(frozen=True, slots=True)
class _Heading:
    """`style` is how it is numbered, `first` how many lines stand before it, `said` the number that it names."""

    title: str
    style: str
    first: int
    said: int | None


class Headings:
    """Those that the present line stands below. The titles above the table hold for all of it."""

    def __init__(self, above: Iterable[str]) -> None:
        self._open = [_Heading(title, _ABOVE, 0, _said(title)) for title in above]
        self._miscounted: list[tuple[int, str]] = []

    def enter(self, title: str, numbered: str, lines: int) -> None:
        """The lines that follow stand below this one; `numbered` is the title with its number, `lines` how many have
        been read."""
        style = style_of(numbered) or _PLAIN
        at = next((at for at, each in enumerate(self._open) if each.style == style), len(self._open))
        self._close(at, lines)
        self._open.append(_Heading(title, style, lines, _said(title)))

    @property
    def kind(self) -> Kind | None:
        """What the innermost heading says that names one kind alone."""
        return next((kind for each in reversed(self._open) if (kind := kind_in(each.title))), None)

    @property
    def sector(self) -> str:
        """The same of sectors."""
        found = (_SECTOR.match(each.title) for each in reversed(self._open))
        return next((sector_in(match[0]) for match in found if match), "")

    def miscounted(self, lines: int) -> list[str]:
        """At the end, when so many lines were read: which headings name another number than stand below them."""
        self._close(0, lines)
        return [text for _, text in sorted(self._miscounted)]

    def _close(self, at: int, lines: int) -> None:
        for each in self._open[at:]:
            if each.said is not None and each.said != lines - each.first:
                self._miscounted.append((each.first, _told(each.title, each.said, lines - each.first)))
        del self._open[at:]


def heading_in(row: Row, *, has_code: bool) -> str:
    """The text of a row that is a heading: one text alone beside its number, and no code; "" for any other."""
    texts = {squeeze(cell_text(cell)) for cell in row.cells} - {""}
    said = [text for text in texts if not is_numbering(text) and not _NUMBER.fullmatch(text)]
    return said[0] if len(said) == 1 and not has_code and _is_heading(said[0]) else ""


def sector_in(text: str) -> str:
    """The sector that a heading or a cell names, without what is counted: “LĨNH VỰC CHỨNG THỰC (12 TTHC)”."""
    found = _SECTOR.match(text)
    return found[1].strip(" .:") if found else text


def miscounted_cells(cells: Iterable[str]) -> Iterator[str]:
    """The same of a column that repeats a heading beside each line. Where a table leaves such cells empty, nobody knows
    to which heading those lines belong: too few are no fault then."""
    counts = Counter(cells)
    for cell, count in counts.items():
        said = _said(cell)
        if said is not None and (count > said or (count < said and not counts[""])):
            yield _told(cell, said, count)


def short(text: str) -> str:
    """A text as messages show it."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _said(title: str) -> int | None:
    found = _COUNTED.search(title)
    return int(found[1]) if found else None


def _told(title: str, said: int, lines: int) -> str:
    return f"“{short(title)}” ghi {said} thủ tục, bên dưới có {lines} dòng"


def _is_heading(text: str) -> bool:
    return bool(_SECTOR.match(text) or _COUNTED.search(text) or text.isupper() or (kinds_in(text) and "tục" in text))
