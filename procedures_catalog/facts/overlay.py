"""The province's layer: which parts of the national text it replaces, for how long, and by which decision."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from procedures_catalog.facts.fees.dated import channels_on
from procedures_catalog.facts.parts.table import OVERLAID
from procedures_catalog.facts.record import ProcedureRecord
from vietnamese.days import Span, span_of

Raw = Mapping[str, Any]

#: Part of the record → how its overlay block is read, and what it is called.
PARTS: Mapping[str, Callable[[Any], Any]] = {name: part.shape.read for name, part in OVERLAID.items()}
PART_LABELS: Mapping[str, str] = {name: part.over for name, part in OVERLAID.items()}


def span_of_block(block: Raw) -> Span:
    """The days between which a block of an overlay holds."""
    return span_of(block["value"].get("valid_from"), block["value"].get("valid_to"))


def blocks_in_force(overlay: Iterable[Raw], on: date) -> Sequence[Raw]:
    """The blocks of an overlay that hold on a day; of two for one part, which only a draft may have, the later one."""
    held = [block for block in overlay if span_of_block(block).holds_on(on)]
    last = {block["type"]: block for block in sorted(held, key=_begins)}
    return [block for block in held if block is last[block["type"]]]


def coming(overlay: Iterable[Raw], on: date) -> Sequence[Raw]:
    """The blocks that begin after a day, the next first."""
    return sorted((block for block in overlay if span_of_block(block).is_to_come(on)), key=_begins)


def _begins(block: Raw) -> date:
    return span_of_block(block).begins or date.min


def with_overlay(record: ProcedureRecord, overlay: Iterable[Raw], on: date) -> ProcedureRecord:
    """The record with each part replaced that the province has its own text for on that day, and that day's fees."""
    parts = {block["type"]: PARTS[block["type"]](block["value"]["value"]) for block in blocks_in_force(overlay, on)}
    here = dataclasses.replace(record, **parts)
    return dataclasses.replace(here, channels=channels_on(here.channels, on))
