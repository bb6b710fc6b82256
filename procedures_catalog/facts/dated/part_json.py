"""What one part of a procedure says, as JSON and back, in the notation of whole records."""

import dataclasses
import json
from typing import Any

from pydantic import TypeAdapter

from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Ending
from procedures_catalog.facts.parts.record_json import record_from_json, record_to_json
from procedures_catalog.facts.record import ProcedureRecord

_ENDING = TypeAdapter(Ending)
_SILENT = ProcedureRecord("", "")


def part_to_json(part: str, value: Any) -> Any:
    """The value of a difference (`facts.dated.difference`) as plain JSON; what is not stated is left out."""
    if part in (ENDS, BEGINS):
        return _ENDING.dump_python(value, mode="json") if value is not None else None
    return json.loads(record_to_json(dataclasses.replace(_SILENT, **{part: value}))).get(part)


def part_from_json(part: str, kept: Any) -> Any:
    """The value that was written. Raises ValueError for what is none."""
    if part in (ENDS, BEGINS):
        return _ENDING.validate_python(kept) if kept is not None else None
    if kept is None:
        return getattr(_SILENT, part)
    return getattr(record_from_json(json.dumps({"code": "", "name": "", part: kept}).encode()), part)
