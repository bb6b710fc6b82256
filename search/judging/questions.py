"""Questions whose right answers are known: read from a file, asked, and what they were answered with."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from vietnamese.fold import fold

FIRST = 10  # answers of a question that are looked at


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


def as_line(answered: Answered) -> str:
    """One question's answer as a JSON line."""
    return json.dumps({"id": answered.judged.id, "codes": list(answered.codes), "ms": round(answered.ms, 3)})


def _question(number: int, line: str) -> Judged:
    try:
        row: Mapping[str, Any] = json.loads(line)
        return Judged(str(row["id"]), str(row["kind"]), str(row["q"]), frozenset(map(str, row["gold"])))
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"Dòng {number} không phải câu hỏi có id, kind, q và gold: {error}") from error
