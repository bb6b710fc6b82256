"""Measures how well questions are answered whose right answers are known: a file of them in, figures out."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from vietnamese.fold import fold

FIRST = 10  # answers of a question that are looked at
CUTS = (1, 3, 10)


@dataclass(frozen=True, slots=True)
class Judged:
    """A question and the codes of procedures of which any one answers it."""

    id: str
    kind: str
    text: str
    gold: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answered:
    """The codes that a question was answered with, best first, and how long that took."""

    judged: Judged
    codes: tuple[str, ...]
    ms: float

    @property
    def place(self) -> int:
        """Where the first right answer stands, from 1; 0 when there is none among the first ten."""
        return next((place for place, code in enumerate(self.codes, 1) if code in self.judged.gold), 0)


def read_questions(lines: Iterable[str]) -> Iterator[Judged]:
    """Questions out of JSON lines `{"id", "kind", "q", "gold": [codes]}`; ValueError names the line that is none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _question(number, line)


def without_marks(question: Judged) -> Judged:
    """The same question as it is typed without marks."""
    return Judged(question.id, question.kind, fold(question.text), question.gold)


def ask(questions: Iterable[Judged], codes_for: Callable[[str], Sequence[str]]) -> Iterator[Answered]:
    """Asks each question once, one after the other."""
    for question in questions:
        begun = perf_counter()
        codes = tuple(codes_for(question.text)[:FIRST])
        yield Answered(question, codes, (perf_counter() - begun) * 1000)


def figures(answered: Sequence[Answered]) -> dict[str, Any]:
    """success@k, the mean reciprocal rank and the time, for each kind of question and for all together."""
    kinds = sorted({each.judged.kind for each in answered})
    by_kind = {kind: _figures([each for each in answered if each.judged.kind == kind]) for kind in kinds}
    return {"all": _figures(answered), **by_kind}


def as_line(answered: Answered) -> str:
    """One question's answer as a JSON line."""
    return json.dumps({"id": answered.judged.id, "codes": list(answered.codes), "ms": round(answered.ms, 3)})


def _question(number: int, line: str) -> Judged:
    try:
        row: Mapping[str, Any] = json.loads(line)
        return Judged(str(row["id"]), str(row["kind"]), str(row["q"]), frozenset(map(str, row["gold"])))
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"Dòng {number} không phải câu hỏi có id, kind, q và gold: {error}") from error


def _figures(answered: Sequence[Answered]) -> dict[str, Any]:
    places = [each.place for each in answered]
    times = sorted(each.ms for each in answered)
    count = len(answered) or 1
    return {
        "questions": len(answered),
        **{f"success@{cut}": round(sum(0 < place <= cut for place in places) / count, 4) for cut in CUTS},
        "mrr": round(sum(1 / place for place in places if place) / count, 4),
        "ms_median": round(_at(times, 0.5), 2),
        "ms_p95": round(_at(times, 0.95), 2),
    }


def _at(ordered: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies; 0 for no values."""
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0
