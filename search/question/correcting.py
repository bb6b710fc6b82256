""" "Có phải bạn muốn tìm…": reads a question with mistakes as the question that was most likely meant.

A noisy channel: of all readings of the whole question, the one is taken whose words are likely after each other (counts
of pairs in the names that can be found) and unlikely to have been typed so only as far as each mistake is common. A
mistake is a letter, two words run together, or a word that sounds alike (ch/tr, s/x, d/gi/r, l/n, n/ng, t/c). Words
that are known in their context stay without a look at others; since a mistake costs and what is rare is unlikely, no
word is taken for a rarer one.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from search.question.likelihood import after, anywhere
from search.question.phrases import Word, replaced, words_of
from search.question.query import MAX_CHARACTERS, MAX_WORDS
from vietnamese.abbreviations import is_abbreviation
from vietnamese.sounds import sound_key
from vietnamese.syllables import is_plain_syllable

# What a mistake costs, in natural logarithms of its odds: where what was typed is no syllable, a syllable that no name
# holds, and a word of the names. Found on questions as people typed them and on names with one letter changed.
_SOUND = (2.0, 8.0, 5.0)
_EDIT = (5.0, 11.0, 9.0)
_SPLIT = 5.0
# A known word is trusted more for each word of a question over five: whole sentences say what no name does.
_FOR_EACH_WORD, _SHORT, _MOST_FOR_WORDS = 0.5, 5, 4.0

_MOST_READINGS = 6  # of one word
_LONGEST = 20  # letters; longer ones are not looked at


_VOWEL = re.compile("[aeiouy]")  # what has none is an abbreviation


class Vocabulary(Protocol):
    """What is said where: all words are folded."""

    total: float

    def count(self, word: str) -> float:
        """How often the word is said."""

    def pair_count(self, first: str, second: str) -> float:
        """How often the two are neighbours."""

    def near(self, word: str) -> Iterable[str]:
        """Other known words that can be meant by it."""

    def marked(self, *words: str) -> str:
        """How one or two words are written with their marks, "" for unknown."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one typed word can mean, and what that costs."""

    words: tuple[str, ...]
    cost: float = 0.0


def correction(text: str, vocabulary: Vocabulary) -> str | None:
    """The question as it was most likely meant, with marks on the words that the names know beside each other.

    None where the question is fine as it is or no reading is clearly better. Like every question it ends after 1,300
    characters; words after the 60th stay as they are. Takes any str, raises nothing.
    """
    text = text[:MAX_CHARACTERS]
    words = words_of(text)[:MAX_WORDS]
    folded = [word.folded for word in words]
    meant = _likeliest([_readings(folded, at, vocabulary) for at in range(len(folded))], vocabulary)
    if [reading.words for reading in meant] == [(word,) for word in folded]:
        return None
    return replaced(text, list(_changes(words, meant, vocabulary)))


def _readings(words: Sequence[str], at: int, vocabulary: Vocabulary) -> list[_Reading]:
    """What the word can mean, itself first; only itself where it is known between its neighbours."""
    word = words[at]
    itself = _Reading((word,))
    if _stays(word) or _fits(words, at, vocabulary):
        return [itself]
    known = vocabulary.count(word) > 0
    trust = min(max(len(words) - _SHORT, 0) * _FOR_EACH_WORD, _MOST_FOR_WORDS) if known else 0.0
    others = sorted(_others(word, trust, vocabulary), key=lambda other: (other.cost, -vocabulary.count(other.words[0])))
    return [itself, *others[: _MOST_READINGS - 1], *(() if known else _split(word, vocabulary))]


def _stays(word: str) -> bool:
    """Whether it is no word that can have a mistake: a number, an abbreviation, a run of letters."""
    return not (word.isalpha() and _VOWEL.search(word)) or is_abbreviation(word) or len(word) > _LONGEST


def _fits(words: Sequence[str], at: int, vocabulary: Vocabulary) -> bool:
    beside = pairwise(words[max(at - 1, 0) : at + 2])
    return vocabulary.count(words[at]) > 0 and all(vocabulary.pair_count(*pair) for pair in beside)


def _others(word: str, trust: float, vocabulary: Vocabulary) -> Iterator[_Reading]:
    sound = sound_key(word)
    kind = 2 if vocabulary.count(word) else int(is_plain_syllable(word))
    for other in filter(_VOWEL.search, vocabulary.near(word)):
        yield _Reading((other,), trust + (_SOUND if sound_key(other) == sound else _EDIT)[kind])


def _split(word: str, vocabulary: Vocabulary) -> Iterator[_Reading]:
    """Two words that were run together, where they are neighbours in some name."""
    halves = ((word[:at], word[at:]) for at in range(1, len(word)))
    return (_Reading(pair, _SPLIT) for pair in halves if vocabulary.pair_count(*pair))


def _likeliest(columns: Sequence[Sequence[_Reading]], vocabulary: Vocabulary) -> tuple[_Reading, ...]:
    """One reading of each word, so that the whole is the likeliest (Viterbi); of equals the one as typed."""
    best: list[tuple[float, tuple[_Reading, ...]]] = [(0.0, ())]
    for readings in columns:
        best = [
            max(((score + _worth(path, reading, vocabulary), (*path, reading)) for score, path in best), key=_score)
            for reading in readings
        ]
    return max(best, key=_score)[1]


def _score(path: tuple[float, tuple[_Reading, ...]]) -> float:
    return path[0]


def _worth(path: Sequence[_Reading], reading: _Reading, vocabulary: Vocabulary) -> float:
    said = [*(path[-1].words[-1:] if path else ()), *reading.words]
    likely = sum(_log_odds(first, second, vocabulary) for first, second in pairwise(said))
    return likely - reading.cost + (0.0 if path else _log_odds("", said[0], vocabulary))


def _log_odds(first: str, second: str, vocabulary: Vocabulary) -> float:
    """How likely the second word is after the first; after "" how common it is."""
    common = anywhere(vocabulary.count(second), vocabulary.total)
    return math.log(after(vocabulary.pair_count(first, second), max(vocabulary.count(first), 1), common))


def _changes(
    words: Sequence[Word], meant: Sequence[_Reading], vocabulary: Vocabulary
) -> Iterator[tuple[int, int, str]]:
    """The pieces of the text that are written otherwise: what was corrected, and the marks that are known."""
    said = [word for reading in meant for word in reading.words]
    written = (_written(said, at, vocabulary) for at in range(len(said)))
    for word, reading in zip(words, meant, strict=True):
        marked = [next(written) for _ in reading.words]
        if reading.words != (word.folded,):
            both = zip(marked, reading.words, strict=True)
            yield word.start, word.end, " ".join(with_marks or folded for with_marks, folded in both)
        elif marked[0] and word.exact == word.folded:
            yield word.start, word.end, marked[0]


def _written(said: Sequence[str], at: int, vocabulary: Vocabulary) -> str:
    """The word with the marks it has beside the neighbour it is said with most; "" where no neighbour is known.

    Not the marks that it mostly has anywhere: beside unknown words those are a guess.
    """
    pairs = [(said[place], said[place + 1], at - place) for place in (at - 1, at) if 0 <= place < len(said) - 1]
    if not pairs:
        return vocabulary.marked(said[at])
    first, second, part = max(pairs, key=lambda pair: vocabulary.pair_count(*pair[:2]))
    both = vocabulary.marked(first, second).split()
    return both[part] if both else ""
