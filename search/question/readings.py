"""Reads a question by the marks that are most likely meant: "mat cccd" is "mất cccd", not "mặt".

A chain of words: what follows what is known from names, people's words and texts (`Marked`), and of all ways to put
marks on the letters that were typed the probability of each is added up, forwards and backwards. Typed marks bind. A
word without any may be meant so ("ma", "ba", "con" are words, too), the more so the more of the question bears marks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from search.question.likelihood import after, anywhere
from search.question.phrases import Word, words_of
from search.question.query import MAX_WORDS

_USUAL = 0.7  # of the words of a text in Vietnamese bear marks
_LEAST_SLIP = 0.02  # how often a mark is left out by who types all of them
_Column = Mapping[str, float]  # the spellings of one word
_Steps = Mapping[str, Mapping[str, float]]  # spelling → spelling of the word before → probability


class Marked(Protocol):
    """What is said where, with marks."""

    total: float

    def spellings(self, folded: str) -> Sequence[str]:
        """The ways to write a folded word, the commonest first; none for an unknown one."""

    def spelled_count(self, word: str) -> float:
        """How often the word is written so."""

    def spelled_pair_count(self, first: str, second: str) -> float:
        """How often the two are neighbours."""


@dataclass(frozen=True, slots=True)
class Read:
    """A word of a question, and how likely it is meant to be written so: spelling → probability, likeliest first."""

    typed: Word
    spellings: Mapping[str, float]

    @property
    def likeliest(self) -> str:
        """The word as it is most likely meant."""
        return next(iter(self.spellings))

    @property
    def odds(self) -> float:
        """How likely that is."""
        return self.spellings[self.likeliest]


def read(text: str, known: Marked) -> list[Read]:
    """The first `MAX_WORDS` words of `clean(text)` with their spellings. Takes any text; some 0.3 ms for ten words."""
    words = words_of(text)[:MAX_WORDS]
    slip = _slip(words)
    columns = [_likely(word, slip, known) for word in words]
    steps = [_steps(*both, known) for both in pairwise([{"": 1.0}, *columns])]
    ahead, behind = _ahead(columns, steps), _behind(columns, steps)
    return [Read(word, _probable(*both)) for word, *both in zip(words, ahead, behind, strict=True)]


def _slip(words: Sequence[Word]) -> float:
    """How likely a mark was left out: always where there are none at all, hardly where there are as many as usual."""
    marked = sum(word.exact != word.folded for word in words)
    return max(1 - marked / (_USUAL * len(words)), _LEAST_SLIP) if words else 1.0


def _likely(word: Word, slip: float, known: Marked) -> dict[str, float]:
    """What may be meant by the word → how likely it would be typed like this."""
    if word.exact != word.folded:
        return {word.exact: 1.0}
    return {other: 1.0 if other == word.exact else slip for other in known.spellings(word.folded)} or {word.exact: 1.0}


def _steps(before: _Column, column: _Column, known: Marked) -> _Steps:
    """How likely each spelling is after each of the word before."""
    return {other: {first: _after(first, other, known) for first in before} for other in column}


def _ahead(columns: Sequence[_Column], steps: Sequence[_Steps]) -> list[_Column]:
    """Of each spelling the probability of all that was typed up to it."""
    found: list[_Column] = [{"": 1.0}]
    for column, step in zip(columns, steps, strict=True):
        before = found[-1]
        found.append(_sized({
            other: typed * sum([odds * before[first] for first, odds in step[other].items()])
            for other, typed in column.items()
        }))  # fmt: skip
    return found[1:]


def _behind(columns: Sequence[_Column], steps: Sequence[_Steps]) -> list[_Column]:
    """Of each spelling the probability of all that was typed after it."""
    found: list[_Column] = [dict.fromkeys(columns[-1], 1.0)] if columns else []
    for at in range(len(columns) - 1, 0, -1):
        after = {second: typed * found[-1][second] for second, typed in columns[at].items()}
        found.append(_sized({
            other: sum([steps[at][second][other] * odds for second, odds in after.items()]) for other in columns[at - 1]
        }))  # fmt: skip
    return found[::-1]


def _after(first: str, second: str, known: Marked) -> float:
    """How likely the second word is after the first; after "" how common it is."""
    common = anywhere(known.spelled_count(second), known.total)
    before = known.spelled_count(first)
    return after(known.spelled_pair_count(first, second), before, common) if before else common


def _sized(column: _Column) -> _Column:
    """The same with a sum of 1, so that no product becomes too small."""
    whole = sum(column.values())
    return {other: odds / whole for other, odds in column.items()}


def _probable(ahead: _Column, behind: _Column) -> Mapping[str, float]:
    both = _sized({other: odds * behind[other] for other, odds in ahead.items()})
    return dict(sorted(both.items(), key=lambda item: -item[1]))
