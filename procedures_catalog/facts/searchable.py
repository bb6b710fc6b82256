"""The words of a procedure in which people's questions are looked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from procedures_catalog.facts.parts.table import PARTS, Part
from procedures_catalog.facts.record import Case, Channel, LegalBasis, ProcedureRecord, Step

MAX_PART = 4_000  # characters of one part: longer ones were measured and found no more

_SEARCHED = sorted((part for part in PARTS if part.searched), key=lambda part: part.searched)


def searchable_text(record: ProcedureRecord) -> str:
    """All that a procedure says besides its names, what people ask about most standing first."""
    return "\n".join(filter(None, _texts(record)))


def _texts(record: ProcedureRecord) -> Iterator[str]:
    for part in _SEARCHED:
        yield from _said(part, getattr(record, part.name))


def _said(part: Part, value: Any) -> Iterable[str]:
    if part.name in _WORDS:
        return _WORDS[part.name](value)
    if isinstance(value, tuple):
        return value
    return [(part.said(value) or "")[:MAX_PART]]


def _of_cases(cases: Iterable[Case]) -> Iterator[str]:
    for case in cases:
        yield case.name or ""
        yield from (paper.name for paper in case.papers)


def _of_steps(steps: Iterable[Step]) -> Iterator[str]:
    yield "\n".join(f"{step.name} {step.text}" for step in steps)[:MAX_PART]


def _of_bases(bases: Iterable[LegalBasis]) -> Iterator[str]:
    yield "\n".join(f"{basis.number or ''} {basis.title}" for basis in bases)[:MAX_PART]


def _of_channels(channels: Iterable[Channel]) -> Iterator[str]:
    for channel in channels:
        yield channel.time_limit.text
        yield from channel.notes
        yield from (fee.note or fee.wording for fee in channel.fees)


#: Facts whose words stand inside rows.
_WORDS: Mapping[str, Callable[[Any], Iterable[str]]] = {
    "cases": _of_cases,
    "steps": _of_steps,
    "legal_bases": _of_bases,
    "channels": _of_channels,
}
