"""One part of a record as people read it, on lines: for who compares two of them or three."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from procedures_catalog.facts.overlay import PARTS
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.importing.judging.changes import changes_between

#: Letters of one text that are shown.
SHOWN = 4_000
_SILENT = ProcedureRecord("", "")


def part_text(name: str, record: ProcedureRecord) -> str:
    """What a record says in one part; words for nothing."""
    said = replace(_SILENT, **{name: getattr(record, name)})
    lines = [f"{change.field}: {change.after}" for change in changes_between(_SILENT, said)]
    return "\n".join(lines)[:SHOWN] or "(để trống)"


def block_text(block: Mapping[str, Any]) -> str:
    """What a block of the province's own text says over its part."""
    name = block["type"]
    return part_text(name, replace(_SILENT, **{name: PARTS[name](block["value"]["value"])}))
