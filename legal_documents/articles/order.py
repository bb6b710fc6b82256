"""Of the lines that may begin an article, a clause, a point: those that do, for they are counted without a gap."""

from collections.abc import Sequence

from legal_documents.articles.marks import Mark, place
from legal_documents.articles.unit import ARTICLE, POINT

#: What a step over a number costs; one that goes on by one costs nothing, and each mark counts 1.
_GAP = 0.2
_MOST_COST = 0.9
#: So many marks back the one before is looked for; between two real ones there are never that many false.
_REACH = 500


def counted(marks: Sequence[Mark]) -> list[Mark]:
    """The longest row of marks of one kind whose numbers rise, first the one that begins at the beginning.

    "Điều 9. Luật …", the broken rest of a sentence within article 4, is left out because 5, 6, 7 follow it.
    """
    usable = [(mark, place(mark.kind, mark.number)) for mark in marks]
    usable = [(mark, at) for mark, at in usable if at]
    best: list[tuple[float, int]] = []
    for index, (mark, at) in enumerate(usable):
        score, before = _of_first(mark, at), -1
        for earlier in range(index - 1, max(index - _REACH, 0) - 1, -1):
            if usable[earlier][1] >= at:
                continue
            reached = best[earlier][0] + 1 - _cost(usable[earlier][1], at)
            if reached > score:
                score, before = reached, earlier
        best.append((score, before))
    return _row([mark for mark, _ in usable], best)


def _row(marks: Sequence[Mark], best: Sequence[tuple[float, int]]) -> list[Mark]:
    if not best or max(score for score, _ in best) <= 0:
        return []
    index = max(range(len(best)), key=lambda each: best[each][0])
    row = []
    while index >= 0:
        row.append(marks[index])
        index = best[index][1]
    return row[::-1]


def _of_first(mark: Mark, at: tuple[int, ...]) -> float:
    """A row begins with 1 or a; an article may be all that a part of a document holds."""
    begins = at[0] == (0 if mark.kind == POINT else 1)
    return 1.0 if begins else (0.5 if mark.kind == ARTICLE else -1.0)


def _cost(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    gap = other[0] - one[0]
    return 0.0 if gap <= 1 else min(_MOST_COST, _GAP * (gap - 1))
