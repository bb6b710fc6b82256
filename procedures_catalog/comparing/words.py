"""Two texts word by word: what stayed, what went, what came, and long stretches that stayed cut short."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "gone", "new", "cut"]

#: Words that stay readable on each side of a difference.
AROUND = 12
# Shorter stretches than this between two differences are shown whole: a fold would take as much room.
_SHORTEST_CUT = 12
# Less of both in common than this, and in runs that are shorter on average than so many words: another text.
_LEAST_SHARED = 0.5
_SHORTEST_RUN = 2
_WORD = re.compile(r"\n+|\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: in both texts ("same"; "cut" where it is to be folded), in the first only, or in
    the second."""

    kind: Kind
    text: str

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def words_of(text: str) -> list[str]:
    """The words of a text and its line ends; runs of other white space make no difference."""
    words = [word[0] if word[0] == "\n" else word for word in _WORD.findall(text.replace("\r", ""))]
    return words[_edge(words) : len(words) - _edge(words[::-1])]


def _edge(words: Sequence[str]) -> int:
    return next((place for place, word in enumerate(words) if word != "\n"), len(words))


def marked(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order, what went before what came. Texts that share no more than words here
    and there are another text, whole: woven into one another neither could be read."""
    one, other = words_of(before), words_of(after)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if one and other and _is_scattered(matcher):
        return Piece("gone", _text(one)), Piece("new", _text(other))
    return tuple(_pieces(matcher, one, other))


def _is_scattered(matcher: SequenceMatcher[str]) -> bool:
    runs = [block.size for block in matcher.get_matching_blocks() if block.size]
    return matcher.ratio() < _LEAST_SHARED and sum(runs) < _SHORTEST_RUN * max(1, len(runs))


def _pieces(matcher: SequenceMatcher[str], one: list[str], other: list[str]) -> Iterator[Piece]:
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", _text(one[a:b]))
            continue
        if a < b:
            yield Piece("gone", _text(one[a:b]))
        if c < d:
            yield Piece("new", _text(other[c:d]))


def _text(words: Sequence[str]) -> str:
    return re.sub(r" ?\n ?", "\n", " ".join(words))


def folded(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same pieces with the middle of long unchanged stretches as "cut", so that a difference is seen at once."""
    last = len(pieces) - 1
    return tuple(
        part
        for place, piece in enumerate(pieces)
        for part in (_fold(piece, place == 0, place == last) if piece.kind == "same" else (piece,))
    )


def _fold(piece: Piece, is_first: bool, is_last: bool) -> Iterator[Piece]:
    words = words_of(piece.text)
    head, tail = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if len(words) - head - tail < _SHORTEST_CUT:
        yield piece
        return
    middle = words[head : len(words) - tail]
    for kind, part in (("same", words[:head]), ("cut", middle), ("same", words[len(words) - tail :])):
        if part:
            yield Piece(kind, _text(part))  # type: ignore[arg-type]
