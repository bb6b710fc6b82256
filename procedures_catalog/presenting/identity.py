"""The lines in which a procedure tells of itself, on page and sheet alike: names, codes, decision, online service."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from paper.contents import FactLine
from procedures_catalog.facts.parts.table import GROUPS, Part, parts_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.temporary_code import former, stated
from procedures_catalog.presenting.shown import decisions_told

_LINES = tuple(part for group in GROUPS for part in parts_of(group) if part.line)


def identity_lines(
    title: str, record: ProcedureRecord, former_codes: Sequence[str], local_decision: str = ""
) -> tuple[FactLine, ...]:
    """What the record states, in the order of its groups; what should be stated and is not is called so.

    `title` stands for an official name that is not stated; `former_codes` follow the code. `local_decision` is the
    province's decision: it stands before another that the record names, and alone where that names none.
    """
    named = record if record.name else replace(record, name=title)
    return tuple(line for line in _all(named, former_codes, local_decision) if line.text)


def _all(record: ProcedureRecord, former_codes: Sequence[str], local_decision: str) -> Iterator[FactLine]:
    for part in _LINES:
        if part.name == "decision_number" and local_decision:
            yield from _decisions(part, record, local_decision)
            continue
        yield FactLine(part.line, _text(part, record))
        if part.name == "code":
            yield FactLine("Mã trước đây", ", ".join(map(former, former_codes)))


def _decisions(part: Part, record: ProcedureRecord, local: str) -> Iterator[FactLine]:
    own, *named = decisions_told(record.decision_number, local)
    yield FactLine(f"{part.line} của tỉnh" if named else part.line, own)
    yield from (FactLine(part.line, each) for each in named)


def _text(part: Part, record: ProcedureRecord) -> str:
    if part.only_with and getattr(record, part.only_with[0]) != part.only_with[1]:
        return ""
    value: Any = getattr(record, part.name)
    # What people read for a key may have commas of its own.
    joined = "; " if part.choices else ", "
    said = joined.join(map(part.said, value)) if isinstance(value, tuple) else part.said(value)
    said = stated(said) if part.name == "code" else said
    return said or part.unstated
