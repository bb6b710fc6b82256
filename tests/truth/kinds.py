"""Kinds of faults: each says of one procedure, as a reader meets it, whether its answers contradict its record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answers import five_answers


@dataclass(frozen=True, slots=True)
class Told:
    """A procedure as the record has it, and its five answers by key."""

    record: ProcedureRecord
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault. `says` tells it in a sentence; `is_wrong` judges one procedure by the record alone, by another
    way than the code that made the answer; `most` is how many may be left."""

    says: str
    is_wrong: Callable[[Told], bool]
    most: int = 0


def told(record: ProcedureRecord) -> Told:
    """What is told of a record on a portal whose province has laid nothing over it."""
    return Told(record, {answer.key: answer for answer in five_answers(record, ())})


def count(kinds: Mapping[str, Kind], everything: Iterable[Told]) -> dict[str, list[str]]:
    """The codes of the procedures that are wrong, by kind."""
    found: dict[str, list[str]] = {name: [] for name in kinds}
    for one in everything:
        for name, kind in kinds.items():
            if kind.is_wrong(one):
                found[name].append(one.record.code)
    return found


def beyond(kinds: Mapping[str, Kind], found: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """The kinds of which more is left than may be, with the first ten codes."""
    return {name: codes[:10] for name, codes in found.items() if len(codes) > kinds[name].most}
