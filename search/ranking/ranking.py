"""In what order hits stand; knows words and weights, no engine.

A term weighs by its rarity. What counts is how much of the question the name says, how much of the name the question
says, and pairs of syllables in the text.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from search.question.meant import Meant
from search.question.query import Asked
from search.ranking.fields import IN_NAMES, IN_SAID, IN_TEXTS
from search.ranking.postings import Candidate, Frequencies
from search.ranking.weights import (
    CLOSELY,
    CODE,
    LAST_SENTENCE,
    LENGTH,
    MEANING,
    NOT_ASKED,
    OTHER_WORDING,
    SAID_PHRASE,
    SATURATION,
    SHORT_QUESTION,
    USUAL_NAME,
    WHOLE_NAME,
    WHOLE_PHRASE,
    as_spoken,
)

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


def shares(asked: Sequence[Asked], about: Sequence[Asked] = ()) -> dict[str, float]:
    """Term → how much of its weight it has: whole in the question itself, more in the last of several sentences, less
    where only another wording says it, and least where only what its persons and states mean does."""
    own, *others = asked
    meanings = dict.fromkeys((term for each in about for term in (*each.words, *each.pairs)), MEANING)
    elsewhere = dict.fromkeys((term for each in others for term in (*each.words, *each.pairs)), OTHER_WORDING)
    return (
        meanings | elsewhere | {term: LAST_SENTENCE if term in own.last else 1.0 for term in (*own.words, *own.pairs)}
    )


def _no_twins(title: str) -> float:
    return 0.0


def order(
    candidates: Iterable[Candidate],
    asked: Sequence[Asked],
    weights: Weights,
    wanted: Mapping[str, float],
    rarity: Idf,
    meant: Meant,
    among_twins: Callable[[str], float] = _no_twins,
) -> list[Scored]:
    """Best first: the asked code, what is in force, the asked name, then by score.

    `asked` are the question and its other wordings, `wanted` their terms (`shares`), `weights` what those terms are
    worth in each field, `rarity` tells the words of names apart, `meant` how far their marks agree with the question,
    `among_twins` what a title is worth by its action and its case (`search.ranking.action_and_case`).
    """
    whole = _worth_of_a_whole_name(asked[0])

    def named(name: str, spelled: str) -> float:
        held = _held(name, spelled, wanted, meant)
        words = name.split()
        return _name_points(words, held, weights[IN_NAMES]) + whole * _share_said(words, held, rarity)

    def scored(candidate: Candidate) -> Scored:
        return _score(candidate, weights, named) + among_twins(candidate.title), candidate

    spoken = _looked_at_closely(list(map(scored, candidates)), asked, weights.get(IN_SAID, {}), meant)
    return sorted(spoken, key=lambda pair: _place(pair, asked, meant))


def _held(name: str, spelled: str, wanted: Mapping[str, float], meant: Meant) -> dict[str, float]:
    """Which of the wanted terms a name or phrase has, and how far their marks agree at best."""
    ordered = name.split()
    if wanted.keys().isdisjoint(ordered):  # as most phrases of people are
        return {}
    agreed = meant.agreements(ordered, spelled)
    held: dict[str, float] = {}
    for word, marks in zip(ordered, agreed, strict=True):
        if word in wanted:
            held[word] = max(marks, held.get(word, 0.0))
    for pair, marks in zip(map("_".join, pairwise(ordered)), map(min, pairwise(agreed)), strict=True):
        if pair in wanted:
            held[pair] = max(marks, held.get(pair, 0.0))
    return held


def _looked_at_closely(
    scored: Sequence[Scored], asked: Sequence[Asked], spoken: Mapping[str, float], meant: Meant
) -> Iterator[Scored]:
    """The first of them with the points of the phrase that says most of the question; the others as they are.

    Entries of which a name says all that was asked ("khai sinh") have the same: that a phrase of one of them happens to
    be shorter tells nothing, so their names stay what tells them apart.
    """
    in_all = sum(spoken.get(word, 0.0) for word in asked[0].words)
    missing = NOT_ASKED * as_spoken(len(asked[0].name.split()))
    ordered = sorted(scored, key=lambda pair: _place(_at_most(pair, spoken), asked, meant))
    said = [_said_most(candidate, spoken, in_all, missing, meant) for _, candidate in ordered[:CLOSELY]]
    named = [_names_all(candidate, asked[0], meant) for _, candidate in ordered[:CLOSELY]]
    together = max((points for points, is_named in zip(said, named, strict=True) if is_named), default=0.0)
    for (points, candidate), phrase, is_named in zip(ordered, said, named, strict=False):
        yield points + SAID_PHRASE * (together if is_named else phrase), candidate
    yield from ordered[CLOSELY:]


def _at_most(scored: Scored, spoken: Mapping[str, float]) -> Scored:
    """The points that the entry has if one phrase says all that people say of it anywhere."""
    points, candidate = scored
    return points + SAID_PHRASE * sum(spoken.get(term, 0.0) for term in candidate.matched.get(IN_SAID, ())), candidate


def _said_most(candidate: Candidate, spoken: Mapping[str, float], in_all: float, missing: float, meant: Meant) -> float:
    """What the phrase of the entry is worth that says most of the question."""
    most, pairs = 0.0, sum(worth for term, worth in spoken.items() if "_" in term)
    for phrase, spelled in zip(candidate.said, candidate.said_spelled, strict=True):
        if _most_of_phrase(phrase, spoken, pairs, in_all, missing) > most:
            held = _held(phrase, spelled, spoken, meant)
            most = max(most, _phrase_points(phrase, held, spoken, in_all, missing))
    return most


def _most_of_phrase(phrase: str, spoken: Mapping[str, float], pairs: float, in_all: float, missing: float) -> float:
    """What a phrase is worth at most, whatever its marks and pairs: most phrases are passed over for this."""
    words = set(phrase.split())
    asked = [spoken[word] for word in words if word in spoken]
    if not asked:
        return 0.0
    return _worth(sum(asked), pairs, missing * (len(words) - len(asked)), in_all)


def _names_all(candidate: Candidate, asked: Asked, meant: Meant) -> bool:
    """Whether one of its names has all words of the question, none with other marks."""
    words, both = set(asked.words), zip(candidate.names, candidate.spelled, strict=True)
    return any(words <= set(name.split()) and _is_meant(name, spelled, meant) for name, spelled in both)


def _is_meant(name: str, spelled: str, meant: Meant) -> bool:
    """Whether no word of the name has other marks than were meant."""
    return min(meant.agreements(name.split(), spelled), default=1.0) == 1.0


def _phrase_points(
    phrase: str, held: Mapping[str, float], spoken: Mapping[str, float], in_all: float, missing: float
) -> float:
    """What of a phrase was asked, less for each of its words that was not, and for all of the question that it does
    not say."""
    if not held:
        return 0.0
    found = sum([spoken[term] * marks for term, marks in held.items() if "_" not in term])
    together = sum([spoken[term] * marks for term, marks in held.items() if "_" in term])
    unasked = missing * sum([1 - held.get(word, 0.0) for word in set(phrase.split())])
    return _worth(found, together, unasked, in_all)


def _worth(found: float, together: float, unasked: float, in_all: float) -> float:
    """Points of the asked words and pairs of a phrase, beside those of what was not asked and of the whole question."""
    of_the_question = min(found / in_all, 1.0) if in_all else 1.0
    return (found + together) * (found / (found + unasked)) ** WHOLE_PHRASE * of_the_question if found else 0.0


def _worth_of_a_whole_name(asked: Asked) -> float:
    """Less in a long question: whoever says much says much of any short name by chance."""
    return WHOLE_NAME * min(1.0, SHORT_QUESTION / max(len(asked.name.split()), 1))


def _score(candidate: Candidate, weights: Weights, named: Callable[[str, str], float]) -> float:
    in_names = max(map(named, candidate.names, candidate.spelled), default=0.0)
    in_text = sum(weights[field][term] for field in IN_TEXTS for term in candidate.matched.get(field, ()))
    code = CODE if candidate.code_place is not None else 0.0
    return in_names + in_text + code + candidate.rank


def _name_points(words: Sequence[str], held: Iterable[str], weights: Mapping[str, float]) -> float:
    """The asked terms that it has, less for a long name; their marks count in the share of the name that was asked."""
    found = sum([weights[term] for term in held if term in weights])
    damping = SATURATION * (1 - LENGTH + LENGTH * len(words) / USUAL_NAME)
    return found * (SATURATION + 1) / (1 + damping)


def _share_said(words: Iterable[str], held: Mapping[str, float], rarity: Idf) -> float:
    """The share of the name's words that the question says, by their rarity."""
    said = total = 0.0
    for word in sorted(set(words)):  # in a fixed order, so that sums are the same every time
        weight = rarity(word)
        total += weight
        said += weight * held.get(word, 0.0)
    return said / total if total else 0.0


def _place(scored: Scored, asked: Sequence[Asked], meant: Meant) -> tuple[Any, ...]:
    points, candidate = scored
    code = candidate.code_place if asked[0].is_code else None
    return (
        code is None,
        not candidate.is_current,
        min(code or 0, 1),  # its own, or one of its others, among which are the numbers of decisions
        _wording_that_names(candidate, asked, meant),
        -points,
        candidate.title,
        candidate.key,
    )


def _wording_that_names(candidate: Candidate, asked: Sequence[Asked], meant: Meant) -> int:
    """0 when the question itself is a name of the entry, 1 when another wording of it is, 2 for neither, or where the
    name has other marks."""
    if not candidate.is_named:
        return 2
    names = {name for name, spelled in zip(candidate.names, candidate.spelled, strict=True)
             if _is_meant(name, spelled, meant)}  # fmt: skip
    own, *others = [each.name in names for each in asked]
    return 0 if own else 1 if any(others) else 2
