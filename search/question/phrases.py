"""A text as words that keep their place, their marks and their folded form, to look for phrases in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.question.terms import WORD
from vietnamese.fold import fold
from vietnamese.spelling import clean, exact

_SIGNS = re.escape(".,;:?!()\"'“”–-")
_PIECE = re.compile(rf"[^\s{_SIGNS}](?:\S*[^\s{_SIGNS}])?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: with its marks, folded, and where it stands in the clean text."""

    exact: str
    folded: str
    start: int
    end: int

    def agrees_with(self, typed: "Word") -> bool:
        """Whether what was typed can be this word: the same letters, and the same marks where any were typed."""
        return self.folded == typed.folded and typed.exact in (self.exact, self.folded)


def words_of(text: str) -> list[Word]:
    """The words of `clean(text)`. Takes any text."""
    marked, folded = exact(text), fold(text)
    spans = [found.span() for found in WORD.finditer(folded)]
    return [Word(marked[start:end], folded[start:end], start, end) for start, end in spans]


def pieces_of(text: str) -> list[Word]:
    """The pieces of `clean(text)` between its spaces, without signs at their ends: "đ/c" is one. Takes any text."""
    marked, folded = exact(text), fold(text)
    spans = [found.span() for found in _PIECE.finditer(marked)]
    return [Word(marked[start:end], folded[start:end], start, end) for start, end in spans]


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, to compare phrases by."""
    return tuple(word.folded for word in words_of(text))


def places(phrase: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Where the words of the phrase stand among the words, one after the other; nowhere for an empty phrase."""
    length = len(phrase)
    if not length:
        return
    for start in range(len(words) - length + 1):
        if tuple(words[start : start + length]) == tuple(phrase):
            yield start


def holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the phrase stands among the words in one piece."""
    return next(places(phrase, words), None) is not None


def replaced(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """The clean text with its pieces from start to end, which may not overlap, changed."""
    pieces, at, text = [], 0, clean(text)
    for start, end, new in sorted(changes):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])
