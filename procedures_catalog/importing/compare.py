"""Compares what is held with what was read: which facts differ, white space and ids aside."""

import dataclasses
from collections.abc import Set
from typing import Any

from procedures_catalog.record import ProcedureRecord


def differences(held: ProcedureRecord, read: ProcedureRecord, known: Set[str]) -> tuple[str, ...]:
    """Names of the record's known fields whose facts differ, in the record's order."""
    names = (field.name for field in dataclasses.fields(ProcedureRecord) if field.name in known)
    return tuple(name for name in names if not same_facts(getattr(held, name), getattr(read, name)))


def same_facts(one: Any, other: Any) -> bool:
    """Whether two values say the same to a reader: runs of white space count as one space, ids not at all."""
    return bool(one == other) or _plain(one) == _plain(other)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if dataclasses.is_dataclass(value):
        return tuple(_plain(getattr(value, field.name)) for field in dataclasses.fields(value) if field.compare)
    return value


def merged(held: ProcedureRecord, read: ProcedureRecord, known: Set[str]) -> ProcedureRecord:
    """The held record with everything known taken from the read one."""
    return dataclasses.replace(held, **{name: getattr(read, name) for name in known})
