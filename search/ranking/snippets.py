"""The piece of a text that shows why it was found, with what was asked marked in the original spelling."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from html import escape
from itertools import pairwise

from search.question.meant import Meant
from search.question.terms import folded_line
from vietnamese.fold import fold
from vietnamese.sounds import one_i
from vietnamese.spelling import exact, squeeze
from vietnamese.syllables import is_plain_syllable

WIDTH = 130  # characters
FEW = 3  # words of a question of which each by itself tells why something was found
_Span = tuple[int, int]


def snippet(
    text: str, words: Sequence[str], width: int = WIDTH, marked: Collection[str] = (), pairs: Collection[str] = ()
) -> str:
    """HTML: about `width` characters of the text around most of the words, each in <mark>; "" for no text.

    `words` and `pairs` are folded, as in `Asked`; `marked` are those of the question whose marks bind: who typed "bán"
    is not shown "bản". Of a question of many words a single syllable tells nothing: it is marked only beside its own
    neighbour ("tiền hỗ trợ" does not light up "phương tiện"). Takes any text, raises nothing; all that comes from the
    text is escaped.
    """
    line = squeeze(text)
    folded = folded_line(line)
    matches = _matches(line, folded, words, marked, pairs)
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


def highlighted(text: str, words: Sequence[str], marked: Collection[str] = (), pairs: Collection[str] = ()) -> str:
    """HTML: the whole text with the words in <mark>; as `snippet` otherwise."""
    line = squeeze(text)
    return _marked(line, _matches(line, folded_line(line), words, marked, pairs), 0, len(line))


def _matches(
    line: str, folded: str, words: Sequence[str], marked: Collection[str], pairs: Collection[str]
) -> list[_Span]:
    spans = sorted(span for word in words if word for span in _places(folded, word))
    if exact(line) != fold(line):  # a text without marks says nothing of them
        meant, spelled = Meant(frozenset(map(one_i, marked))), one_i(line)
        spans = [span for span in spans if meant.allows(folded[slice(*span)], spelled[slice(*span)])]
    return spans if len(words) <= FEW else _telling(folded, spans, pairs)


def _telling(folded: str, spans: Sequence[_Span], pairs: Collection[str]) -> list[_Span]:
    """Those that are a word by themselves (CT01, karaoke), and syllables that stand beside their own neighbour."""
    beside = {
        span
        for one, other in pairwise(spans)
        if folded[one[1] : other[0]].isspace() and f"{_word(folded, one)}_{_word(folded, other)}" in pairs
        for span in (one, other)
    }
    return [span for span in spans if span in beside or not is_plain_syllable(_word(folded, span))]


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
