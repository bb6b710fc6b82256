"""The piece of a text that shows why it was found, with what was asked marked in the original spelling."""

import re
from collections.abc import Collection
from html import escape

from search.query import take_apart
from vietnamese.fold import fold
from vietnamese.spelling import squeeze

WIDTH = 240  # characters
_WORD = re.compile(r"[^\W_]+")
_Span = tuple[int, int]


def snippet(text: str, asked: str, width: int = WIDTH) -> str:
    """HTML: about `width` characters of the text around most of the asked words, each in <mark>; "" for no text.

    Takes any two texts, raises nothing; all that comes from the text is escaped.
    """
    line = squeeze(text)
    folded = fold(line)
    matches = _matches(folded, take_apart(asked).words)
    start, end = _window(line, _best_start(folded, matches, width), width)
    inside = [(max(first, start), min(last, end)) for first, last in matches if first < end and last > start]
    return f"{'… ' if start else ''}{_marked(line, inside, start, end)}{' …' if end < len(line) else ''}"


def _matches(folded: str, words: Collection[str]) -> list[_Span]:
    wanted = frozenset(words)
    return [found.span() for found in _WORD.finditer(folded) if found[0] in wanted]


def _best_start(folded: str, matches: list[_Span], width: int) -> int:
    """Where the window with the most different matches begins; its first match stands a little way in."""
    best, most = 0, 0
    for index, (start, _) in enumerate(matches):
        inside = {folded[first:last] for first, last in matches[index : index + width // 2] if last <= start + width}
        if len(inside) > most:
            best, most = start, len(inside)
    return max(0, best - width // 6)


def _window(line: str, start: int, width: int) -> _Span:
    """The window moved to ends of words."""
    if start:
        start = line.find(" ", start) + 1
    end = start + width
    if end >= len(line):
        return start, len(line)
    space = line.rfind(" ", start + width // 2, end)
    return start, space if space > 0 else end


def _marked(line: str, matches: list[_Span], start: int, end: int) -> str:
    pieces, at = [], start
    for first, last in _joined(line, matches):
        pieces += [escape(line[at:first]), f"<mark>{escape(line[first:last])}</mark>"]
        at = last
    return "".join([*pieces, escape(line[at:end])])


def _joined(line: str, matches: list[_Span]) -> list[_Span]:
    """Neighbouring matches as one: "khai sinh", not "khai" and "sinh"."""
    joined: list[_Span] = []
    for first, last in matches:
        if joined and line[joined[-1][1] : first].isspace():
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined
