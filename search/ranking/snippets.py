"""The piece of a text that shows why it was found, with what was asked marked in the original spelling."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from search.question.terms import folded_line
from vietnamese.spelling import squeeze

WIDTH = 240  # characters
_Span = tuple[int, int]


def snippet(text: str, words: Iterable[str], width: int = WIDTH) -> str:
    """HTML: about `width` characters of the text around most of the words, each in <mark>; "" for no text.

    `words` are folded, as in `Asked`. Takes any text, raises nothing; all that comes from the text is escaped.
    """
    line = squeeze(text)
    folded = folded_line(line)
    matches = sorted(span for word in words if word for span in _places(folded, word))
    start, end = _window(line, _best_start(folded, matches, width), width)
    inside = [(max(first, start), min(last, end)) for first, last in matches if first < end and last > start]
    return f"{'… ' if start else ''}{_marked(line, inside, start, end)}{' …' if end < len(line) else ''}"


def _places(folded: str, word: str) -> Iterator[_Span]:
    """Where the word stands as a whole word. (A regular expression would look at every letter of a long text.)"""
    start = folded.find(word)
    while start >= 0:
        end = start + len(word)
        if not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
            yield start, end
        start = folded.find(word, end)


def _best_start(folded: str, matches: list[_Span], width: int) -> int:
    """Where the window with the most different matches begins; its first match stands a little way in."""
    best, most, ahead = 0, 0, 0
    inside = Counter[str]()  # the words between the two ends of a window that moves over the text only once
    for start, end in matches:
        while ahead < len(matches) and matches[ahead][1] <= max(start + width, end):
            inside[_word(folded, matches[ahead])] += 1
            ahead += 1
        if len(inside) > most:
            best, most = start, len(inside)
        _leave(inside, _word(folded, (start, end)))
    return max(0, best - width // 6)


def _leave(inside: Counter[str], word: str) -> None:
    inside[word] -= 1
    if not inside[word]:
        del inside[word]


def _word(folded: str, span: _Span) -> str:
    return folded[slice(*span)]


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
