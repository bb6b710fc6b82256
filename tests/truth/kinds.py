"""Kinds of faults: each says of one procedure, as a reader meets it, whether its answers contradict its record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from procedures_catalog.facts.agencies.filing import Filing, filing_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answers import five_answers
from procedures_catalog.presenting.papers import case_items


@dataclass(frozen=True)
class Told:
    """A procedure as the record has it, and its five answers by key. What several kinds look at is worked out once."""

    record: ProcedureRecord
    answers: Mapping[str, Answer]

    @cached_property
    def items(self) -> list[dict[str, Any]]:
        """Its papers as the page shows them."""
        return case_items(self.record.cases, {})

    @cached_property
    def filing(self) -> Filing:
        """Where it is handed in."""
        return filing_of(self.record)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault. `says` tells it in a sentence; `is_wrong` judges one procedure by the record alone, by another
    way than the code that made the answer; `most` is how many may be left."""

    says: str
    is_wrong: Callable[[Told], bool]
    most: int = 0

    def among(self, everything: Iterable[Told]) -> Iterable[str]:
        """The codes of those that are wrong."""
        return (one.record.code for one in everything if self.is_wrong(one))


@dataclass(frozen=True, slots=True)
class KindOfMany:
    """A kind of fault that only shows where procedures stand side by side; `among` gives the codes of the wrong."""

    says: str
    among: Callable[[Sequence[Told]], Iterable[str]]
    most: int = 0


def told(record: ProcedureRecord) -> Told:
    """What is told of a record on a portal whose province has laid nothing over it."""
    return Told(record, {answer.key: answer for answer in five_answers(record, ())})


def count(kinds: Mapping[str, Kind | KindOfMany], everything: Iterable[Told]) -> dict[str, list[str]]:
    """The codes of the procedures that are wrong, by kind."""
    every = list(everything)
    return {name: list(kind.among(every)) for name, kind in kinds.items()}


def beyond(kinds: Mapping[str, Kind | KindOfMany], found: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """The kinds of which more is left than may be, with the first ten codes."""
    return {name: codes[:10] for name, codes in found.items() if len(codes) > kinds[name].most}
