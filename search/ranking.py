"""In what order hits stand; knows words and weights, no engine.

A term weighs by its rarity. The name counts most, pairs of syllables more than single ones, the text little; long names
are held back a little, so that the plain procedure stands above its special cases.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.query import Asked
from vietnamese.spelling import exact

PAIR = 1.5
IN_TEXT = 0.5
CODE = 8.0
USUAL_NAME = 16  # words
LENGTH_MATTERS = 0.35
SAME_MARKS = 0.05
RANK = 0.06
KEPT = 0.25  # of the best score; what is weaker only shares a common word


_Wanted = Sequence[tuple[str, float]]  # a term as it would stand in a name, and its weight


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the order depends on. `names` are the forms of its title and other names, title first; `in_text` the weight
    of the terms in its text; `code_place` is 0 when the asked code is its own, more for other codes, None for none."""

    key: str
    kind: str
    title: str
    names: Sequence[str]
    is_current: bool
    rank: float
    in_text: float = 0.0
    code_place: int | None = None


def weight(term: str, holders: int, total: int) -> float:
    """What a term says when `holders` of `total` entries have it; never nothing."""
    rarity = max(0.05, math.log((total - holders + 0.5) / (holders + 0.5)))
    return rarity * (PAIR if "_" in term else 1.0)


_Scored = tuple[float, Candidate]


def order(candidates: Iterable[Candidate], asked: Asked, weights: Mapping[str, float]) -> list[_Scored]:
    """Best first: the asked code, what is in force, the asked name, then by score. What hardly fits is left out.

    `weights` are those of the asked terms.
    """
    wanted = [(f" {term.replace('_', ' ')} ", value) for term, value in weights.items()]
    scored = [(_score(candidate, wanted), candidate) for candidate in candidates]
    least = KEPT * max((points for points, _ in scored), default=0.0)
    kept = [pair for pair in scored if pair[0] >= least or _is_meant(pair[1], asked)]
    return sorted((_with_marks(pair, asked) for pair in kept), key=lambda pair: _place(pair, asked))


def _with_marks(scored: _Scored, asked: Asked) -> _Scored:
    points, candidate = scored
    return points * (1 + SAME_MARKS * _same_marks(candidate.title, asked)), candidate


def _score(candidate: Candidate, wanted: _Wanted) -> float:
    named = max((_name_score(name, wanted) for name in candidate.names), default=0.0)
    total = named + IN_TEXT * candidate.in_text + (CODE if candidate.code_place is not None else 0.0)
    return total * (1 + RANK * candidate.rank)


def _name_score(name: str, wanted: _Wanted) -> float:
    """The weights of the terms in the name, less for a long one."""
    padded = f" {name} "
    found = sum([value for phrase, value in wanted if phrase in padded])
    return found / (1 - LENGTH_MATTERS + LENGTH_MATTERS * (name.count(" ") + 1) / USUAL_NAME)


def _place(scored: _Scored, asked: Asked) -> tuple[Any, ...]:
    points, candidate = scored
    code = candidate.code_place if asked.is_code else None
    return (
        code is None,
        not candidate.is_current,
        code or 0,
        not _is_asked_by_name(candidate, asked),
        -points,
        candidate.title,
        candidate.key,
    )


def _is_meant(candidate: Candidate, asked: Asked) -> bool:
    """Whether it has the asked code or name, and so is no chance hit."""
    return candidate.code_place is not None or _is_asked_by_name(candidate, asked)


def _is_asked_by_name(candidate: Candidate, asked: Asked) -> bool:
    return bool(asked.name) and asked.name in candidate.names


def _same_marks(title: str, asked: Asked) -> float:
    """The share of the asked words, with their marks, that stand so in the title."""
    if not asked.marked:
        return 0.0
    return len(asked.marked.intersection(exact(title).split())) / len(asked.marked)
