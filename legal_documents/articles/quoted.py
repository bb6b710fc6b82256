"""Lines that are quoted: what an amending document puts into another is no part of its own."""

from collections.abc import Sequence

_OPEN, _CLOSE = "“«", "”»"


def quoted(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of lines that begin inside quotation marks, or with one. A mark that has no other is none."""
    found: set[int] = set()
    opened: list[int] = []
    for number, line in enumerate(lines):
        if line[:1] in _OPEN and line:
            found.add(number)
        for letter in line:
            if letter in _OPEN:
                opened.append(number)
            elif letter in _CLOSE and opened:
                found.update(range(opened.pop() + 1, number + 1))
    return frozenset(found)
