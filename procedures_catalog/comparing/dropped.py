"""What citizens will no longer see once the province's layer stands over the official text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from procedures_catalog.comparing.records import compare_records
from procedures_catalog.facts.naming import short_name
from procedures_catalog.facts.overlay import PARTS, span_of_block
from procedures_catalog.facts.record import ProcedureRecord

# A row is named here, not quoted.
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of the official text, and its rows that the province's layer does not have, each as a short line."""

    label: str
    rows: tuple[str, ...]


def dropped(official: ProcedureRecord, overlay: Iterable[Mapping[str, Any]], on: date) -> tuple[Dropped, ...]:
    """The rows that each block of the layer leaves out, from whatever day it is to hold; a row that only says something
    else is no loss, nor is what a layer hid whose last day is over. `overlay` is the raw list of an OverlayBlock."""
    found: dict[str, dict[str, None]] = {}
    for block in overlay:
        if span_of_block(block).has_ended(on):
            continue
        part = block["type"]
        layered = replace(official, **{part: PARTS[part](block["value"].get("value") or "")})
        for change in compare_records(official, layered):
            gone = [_line(row.label, row.pieces[0].text) for row in change.rows if row.kind == "gone"]
            found.setdefault(change.label, {}).update(dict.fromkeys(gone))
    return tuple(Dropped(label, tuple(rows)) for label, rows in found.items() if rows)


def without(rows: Iterable[Dropped], others: Iterable[Dropped]) -> tuple[Dropped, ...]:
    """These rows but those that are among the others too."""
    told = {(each.label, row) for each in others for row in each.rows}
    left = [replace(each, rows=tuple(row for row in each.rows if (each.label, row) not in told)) for each in rows]
    return tuple(each for each in left if each.rows)


def _line(label: str, text: str) -> str:
    said = short_name("; ".join(text.split("\n")), _LONGEST)
    return f"{label}: {said}" if label and said else label or said
