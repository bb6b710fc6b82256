"""Columns of levels in which rows are marked: an “x” below “Tỉnh”, a “✓” below “Cấp xã”."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from procedures_catalog.files.lists.bodies import is_known_agency
from procedures_catalog.files.lists.headings import GROUP, claim
from procedures_catalog.files.lists.level_words import levels_in
from procedures_catalog.files.lists.row import Cell, Row, cell_text
from vietnamese.fold import fold
from vietnamese.spelling import squeeze

#: Signs by which a row is marked, “ü” and “þ” are those of Wingdings; and those by which it is not.
_MARKS = frozenset(["x", "v", "✓", "✔", "√", "☑", "☒", "■", "●", "•", "*", "+", "1", "ü", "þ", "có", "true", "yes"])
_NO_MARKS = frozenset(("", "-", "–", "—", "0", "o", "không", "false", "no", "☐", "□", "/"))
#: Groups whose columns say where a procedure is settled; “Thời hạn giải quyết” and “Lệ phí” by level do not.
_OF_LEVELS = re.compile(r"\b(?:cap|tham quyen|co quan|don vi|noi|dia diem|pham vi|thuc hien|giai quyet|tiep nhan)\b")
_OF_ELSE = re.compile(r"\b(?:thoi (?:han|gian)|phi|so luong|ngay|muc)\b")
_BRACKETS = re.compile(r"\([^()]*\)")


def mark_columns(cells: Sequence[Cell]) -> Mapping[int, frozenset[str]]:
    """The places of the headings that are levels, each with its levels, keys of `vocabulary.LEVELS`."""
    found = {place: _levels(cell) for place, cell in enumerate(cells) if isinstance(cell, str) and len(cell) < 200}
    return {place: levels for place, levels in found.items() if levels}


def _levels(heading: str) -> frozenset[str]:
    group, _, own = heading.rpartition(GROUP)
    if claim(heading):
        return frozenset()
    folded = fold(group)
    if group and (_OF_ELSE.search(folded) or not _OF_LEVELS.search(folded)):
        return frozenset()
    return levels_in(_BRACKETS.sub(" ", own))


@dataclass(frozen=True, slots=True)
class Marked:
    """What a row's cells in such columns say. `strange`: places of cells that are no marks."""

    levels: frozenset[str]
    agencies: tuple[str, ...]
    strange: tuple[int, ...]


def marked(row: Row, columns: Mapping[int, frozenset[str]]) -> Marked:
    """The levels below which a row is marked, by a sign or by the name of an agency."""
    levels, agencies, strange = set[str](), list[str](), list[int]()
    for place, of_column in columns.items():
        text = squeeze(cell_text(row.cells[place])) if place < len(row.cells) else ""
        if text.casefold() in _MARKS:
            levels |= of_column
        elif text.casefold() in _NO_MARKS:
            continue
        elif len(text) < 200 and is_known_agency(text):
            levels |= of_column
            agencies.append(text)
        else:
            strange.append(place)
    return Marked(frozenset(levels), tuple(agencies), tuple(strange))
