"""Compares what is held with what was read: which facts differ, formatting aside, and what comes of taking them."""

import dataclasses
from collections.abc import Iterable, Set
from typing import Any

from procedures_catalog.facts.record import Case, Channel, ProcedureRecord
from procedures_catalog.facts.steps import recut
from procedures_catalog.importing.judging.formatting import same_field, without_formatting


def differences(held: ProcedureRecord, read: ProcedureRecord, known: Set[str]) -> tuple[str, ...]:
    """Names of the record's known fields whose facts differ, in the record's order."""
    fields = (field for field in dataclasses.fields(ProcedureRecord) if field.compare and field.name in known)
    return tuple(field.name for field in fields if not same_field(field.name, held, read))


def merged(held: ProcedureRecord, read: ProcedureRecord, names: Iterable[str]) -> ProcedureRecord:
    """The held record with the named fields taken from the read one; parts that stay keep what the province added.

    A line of the steps that both have opens a step where it did before, however its white space changed.
    """
    taken = {name: with_own_facts(getattr(read, name), getattr(held, name)) for name in names}
    if "steps" in taken:
        taken["steps"] = recut(read.steps, held.steps)
    wordings = dict(held.original_wordings) | dict(read.original_wordings)
    taken |= {"source_was_nfc": read.source_was_nfc, "original_wordings": tuple(sorted(wordings.items()))}
    return dataclasses.replace(held, **taken)


def with_own_facts(read: Any, held: Any) -> Any:
    """The read value with what the province added to the held parts that it matches: forms, reduced limits."""
    if not isinstance(read, tuple) or not read or not dataclasses.is_dataclass(read[0]):
        return read
    rest = list(held)
    return tuple(_adopt(part, _take(part, rest)) for part in read)


def _take(part: Any, rest: list[Any]) -> Any | None:
    """The held part that is the same as this one to a reader, each at most once."""
    same = next((other for other in rest if _heading(other) == _heading(part)), None)
    if same is not None:
        rest.remove(same)
    return same


def _heading(part: Any) -> Any:
    """What a part is known by: a case by its name, a channel by its kind, anything else by all it says."""
    if isinstance(part, Case):
        return _plain(part.name)
    return part.channel if isinstance(part, Channel) else _plain(part)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return without_formatting(value)
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if dataclasses.is_dataclass(value):
        return tuple(_plain(getattr(value, field.name)) for field in dataclasses.fields(value) if _compared(field))
    return value


def _compared(field: dataclasses.Field[Any]) -> bool:
    return field.compare and not field.metadata.get("own")


def _adopt(part: Any, held: Any | None) -> Any:
    if held is None:
        return part
    own = {field.name: getattr(held, field.name) for field in dataclasses.fields(part) if field.metadata.get("own")}
    inner = {
        field.name: with_own_facts(getattr(part, field.name), getattr(held, field.name))
        for field in dataclasses.fields(part)
        if isinstance(getattr(part, field.name), tuple)
    }
    return dataclasses.replace(part, **own, **inner)
