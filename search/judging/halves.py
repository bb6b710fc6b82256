"""Divides judged questions into halves that share no procedure: what one chooses, the other checks."""

import zlib
from collections.abc import Iterable, Mapping, Sequence

from search.judging.questions import Judged

HALVES = (1, 2)


def halves(questions: Sequence[Judged]) -> Mapping[int, Sequence[Judged]]:
    """Half → its questions. Questions that share a right answer, also through others between them, are in one half; a
    bundle stays in its half whatever other questions there are."""
    first = _firsts(questions)
    placed = [(_half(first[_some(question)]), question) for question in questions]
    return {half: [question for place, question in placed if place == half] for half in HALVES}


def _firsts(questions: Iterable[Judged]) -> Mapping[str, str]:
    """Code → the first code, in their order, of all that hang together with it."""
    above: dict[str, str] = {}
    for question in questions:
        roots = sorted({_root(above, code) for code in question.gold})
        above.update(dict.fromkeys(roots, roots[0]))
    return {code: _root(above, code) for code in above}


def _root(above: dict[str, str], code: str) -> str:
    while above.setdefault(code, code) != code:
        code = above[code]
    return code


def _some(question: Judged) -> str:
    return min(question.gold)


def _half(code: str) -> int:
    return HALVES[zlib.crc32(code.encode()) % len(HALVES)]
