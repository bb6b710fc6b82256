"""In what order hits stand; knows words and weights, no engine.

A term weighs by its rarity. What counts is how much of the question the name says, how much of the name the question
says, and pairs of syllables in the text.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from search.question.query import Asked
from search.ranking.fields import IN_NAMES, IN_TEXT, IN_TEXT_OFTEN
from search.ranking.postings import Candidate, Frequencies
from search.ranking.weights import (
    CODE,
    LAST_SENTENCE,
    LENGTH,
    OTHER_WORDING,
    SAME_MARKS,
    SATURATION,
    SHORT_QUESTION,
    USUAL_NAME,
    WHOLE_NAME,
)
from vietnamese.spelling import exact

Weights = Mapping[str, Mapping[str, float]]  # field → term → weight
Scored = tuple[float, Candidate]


class Idf:
    """What a term of a field says by how few entries have it; never nothing. Remembers what it has worked out."""

    def __init__(self, frequencies: Frequencies, field: str) -> None:
        self._total = frequencies.total
        self._holders = frequencies.holders.get(field, {})
        self._known: dict[str, float] = {}

    def __call__(self, term: str) -> float:
        """The logarithm of how many times more entries are without the term than with it, always above 0."""
        if term not in self._known:
            holders = self._holders.get(term, 0)
            self._known[term] = math.log(1 + (self._total - holders + 0.5) / (holders + 0.5))
        return self._known[term]


def shares(asked: Sequence[Asked]) -> dict[str, float]:
    """Term → how much of its weight it has: whole in the question itself, more in the last of several sentences, less
    where only another wording says it."""
    own, *others = asked
    elsewhere = dict.fromkeys((term for each in others for term in (*each.words, *each.pairs)), OTHER_WORDING)
    return elsewhere | {term: LAST_SENTENCE if term in own.last else 1.0 for term in (*own.words, *own.pairs)}


def order(
    candidates: Iterable[Candidate],
    asked: Sequence[Asked],
    weights: Weights,
    wanted: Mapping[str, float],
    rarity: Idf,
) -> list[Scored]:
    """Best first: the asked code, what is in force, the asked name, then by score.

    `asked` are the question and its other wordings, `wanted` their terms (`shares`), `weights` what those terms are
    worth in each field, `rarity` tells the words of names apart.
    """
    whole = _worth_of_a_whole_name(asked[0])

    def said(words: Iterable[str]) -> float:
        return whole * _share_said(words, wanted, rarity)

    scored = [(_score(candidate, asked[0], weights, said), candidate) for candidate in candidates]
    return sorted(scored, key=lambda pair: _place(pair, asked))


def _worth_of_a_whole_name(asked: Asked) -> float:
    """Less in a long question: whoever says much says much of any short name by chance."""
    return WHOLE_NAME * min(1.0, SHORT_QUESTION / max(len(asked.name.split()), 1))


def _score(candidate: Candidate, asked: Asked, weights: Weights, said: Callable[[Iterable[str]], float]) -> float:
    named = max((_name_points(name, weights[IN_NAMES], said) for name in candidate.names), default=0.0)
    in_text = sum(
        weights[field][term] for field in (IN_TEXT, IN_TEXT_OFTEN) for term in candidate.matched.get(field, ())
    )
    code = CODE if candidate.code_place is not None else 0.0
    return named + in_text + code + candidate.rank + SAME_MARKS * _same_marks(candidate.title, asked)


def _name_points(name: str, weights: Mapping[str, float], said: Callable[[Iterable[str]], float]) -> float:
    """The asked terms that it has, less for a long name, and how much of it was asked for."""
    ordered = name.split()
    words = set(ordered)
    found = sum([weights[word] for word in words if word in weights])
    found += sum([weights[pair] for pair in set(map("_".join, pairwise(ordered))) if pair in weights])
    damping = SATURATION * (1 - LENGTH + LENGTH * len(ordered) / USUAL_NAME)
    return found * (SATURATION + 1) / (1 + damping) + said(words)


def _share_said(words: Iterable[str], wanted: Mapping[str, float], rarity: Idf) -> float:
    """The share of the name's words that the question says, by their rarity."""
    said = total = 0.0
    for word in sorted(words):  # in a fixed order, so that sums are the same every time
        weight = rarity(word)
        total += weight
        if word in wanted:
            said += weight
    return said / total if total else 0.0


def _place(scored: Scored, asked: Sequence[Asked]) -> tuple[Any, ...]:
    points, candidate = scored
    code = candidate.code_place if asked[0].is_code else None
    return (
        code is None,
        not candidate.is_current,
        min(code or 0, 1),  # its own, or one of its others, among which are the numbers of decisions
        _wording_that_names(candidate, asked),
        -points,
        candidate.title,
        candidate.key,
    )


def _wording_that_names(candidate: Candidate, asked: Sequence[Asked]) -> int:
    """0 when the question itself is a name of the entry, 1 when another wording of it is, 2 for neither."""
    if not candidate.is_named:
        return 2
    return 0 if asked[0].name in candidate.names else 1


def _same_marks(title: str, asked: Asked) -> float:
    """The share of the asked words, with their marks, that stand so in the title."""
    if not asked.marked:
        return 0.0
    return len(asked.marked.intersection(exact(title).split())) / len(asked.marked)
