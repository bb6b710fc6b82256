"""The numbers that an appendix says of itself (“51 TTHC”, above the table or beside its lines), held against the lines
that stand, so that what is said of them never grows old."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from decisions.lines.kinds import Kind

_COUNTED = re.compile(r"\(?\b0*(\d{1,4})\s*(?:TTHC|thủ tục)\b", re.IGNORECASE)
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Counted:
    """A title that names a number: of which lines (their places in the appendix, from 0), of which kind and sector
    these are, None and "" where no heading says. `may_have_more`: lines beside which nothing stands may be of them."""

    title: str
    said: int
    lines: tuple[int, ...]
    kind: Kind | None = None
    sector: str = ""
    may_have_more: bool = False


def counted_in(title: str, lines: Iterable[int], kind: Kind | None, sector: str) -> Iterator[Counted]:
    """The heading as one that names a number; nothing where it names none."""
    if found := _COUNTED.search(title):
        yield Counted(title, int(found[1]), tuple(lines), kind, sector)


def counted_cells(cells: Sequence[str]) -> Iterator[Counted]:
    """The same of a column that repeats a heading beside each line. Where a table leaves such cells empty, nobody knows
    to which heading those lines belong: too few are no fault then."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, cell in enumerate(cells):
        places[cell].append(place)
    for cell, own in places.items():
        if found := _COUNTED.search(cell):
            yield Counted(cell, int(found[1]), tuple(own), may_have_more="" in places)


def says_number(title: str) -> bool:
    """Whether a title names a number of procedures."""
    return bool(_COUNTED.search(title))


def miscounted(counted: Counted, lines: int) -> Iterator[str]:
    """What is to be said where so many lines stand below it; nothing where the number is right."""
    if lines > counted.said or (lines < counted.said and not counted.may_have_more):
        yield f"“{short(counted.title)}” ghi {counted.said} thủ tục, bên dưới có {lines} dòng"


def of_fees(notes: Collection[str]) -> Iterator[str]:
    """Fees of an appendix are words for people: what they mean for which way of filing is written in a draft. `notes`
    are those of the lines that stand."""
    if count := sum(note.startswith(FEE) for note in notes):
        yield (
            f"{count} dòng có ghi phí, lệ phí: cổng chép vào ghi chú của dòng, không tự đưa vào thủ tục. Phí thay đổi "
            "thì sửa trong bản nháp của thủ tục ấy."
        )


#: How the note of a line begins that has a fee.
FEE = "Phí, lệ phí: "


def short(text: str) -> str:
    """A text as messages show it."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
