"""The province's layer: which parts of the national text it replaces, for how long, and by which decision."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from procedures_catalog.facts.complete.blanks import with_reasons
from procedures_catalog.facts.fees.dated import channels_on
from procedures_catalog.facts.parts.table import OVERLAID
from procedures_catalog.facts.record import Channel, ProcedureRecord
from vietnamese.days import Span, span_of

Raw = Mapping[str, Any]

#: Part of the record → how its overlay block is read, and what it is called.
PARTS: Mapping[str, Callable[[Any], Any]] = {name: part.shape.read for name, part in OVERLAID.items()}
PART_LABELS: Mapping[str, str] = {name: part.over for name, part in OVERLAID.items()}


def span_of_block(block: Raw) -> Span:
    """The days between which a block of an overlay holds."""
    return span_of(block["value"].get("valid_from"), block["value"].get("valid_to"))


def block_of(name: str, value: Any, decision: str | None) -> dict[str, Any]:
    """A block that lays a fact over the part of its name, without days."""
    return {"type": name, "value": {"value": OVERLAID[name].shape.write(value), "decision": decision or ""}}


def blocks_in_force(overlay: Iterable[Raw], on: date) -> Sequence[Raw]:
    """The blocks of an overlay that hold on a day; of two for one part, which only a draft may have, the later one."""
    held = [block for block in overlay if span_of_block(block).holds_on(on)]
    last = {block["type"]: block for block in sorted(held, key=_begins)}
    return [block for block in held if block is last[block["type"]]]


def earlier_stay(overlay: Iterable[Raw], on: date) -> tuple[tuple[str, date], ...]:
    """Part → the first day of its text, for the blocks that hold on a day and leave dossiers of before to the rules of
    before; a block without a first day leaves none."""
    held = ((block, span_of_block(block).begins) for block in blocks_in_force(overlay, on))
    return tuple((block["type"], day) for block, day in held if day and block["value"].get("earlier_stay"))


def coming(overlay: Iterable[Raw], on: date) -> Sequence[Raw]:
    """The blocks that begin after a day, the next first."""
    return sorted((block for block in overlay if span_of_block(block).is_to_come(on)), key=_begins)


def _begins(block: Raw) -> date:
    return span_of_block(block).begins or date.min


def ended(held: Sequence[Raw], on: date) -> list[Raw]:
    """The blocks of a part, of which none holds on the day: those that did (of a draft, several may) end with it."""
    holding = [block for block in held if span_of_block(block).holds_on(on)]
    begun = [block for block in holding if span_of_block(block).begins != on]
    cut = [{**block, "value": {**block["value"], "valid_to": on.isoformat()}} for block in begun]
    return [*cut, *(block for block in held if block not in holding)]


def laid(held: Sequence[Raw], wanted: dict[str, Any], on: date) -> list[Raw]:
    """The blocks of a part, of which one says what is wanted from the day on, until the next begins."""
    if any(_says(block) == _says(wanted) for block in blocks_in_force(held, on)):
        return list(held)
    following = next((span_of_block(block).begins for block in coming(held, on)), None)
    days = {"valid_from": on.isoformat(), "valid_to": following.isoformat() if following else None}
    return [*ended(held, on), {**wanted, "value": {**wanted["value"], **days}}]


def _says(block: Raw) -> tuple[Any, str]:
    value = block["value"]
    return OVERLAID[block["type"]].shape.read(value["value"]), value.get("decision") or ""


def with_overlay(record: ProcedureRecord, overlay: Iterable[Raw], on: date) -> ProcedureRecord:
    """The record with each part replaced that the province has its own text for on that day, that day's fees, and in
    place of what is blank for a reason that there is none."""
    parts = {block["type"]: PARTS[block["type"]](block["value"]["value"]) for block in blocks_in_force(overlay, on)}
    here = dataclasses.replace(record, **parts)
    return with_reasons(dataclasses.replace(here, channels=channels_on(here.channels, on)))


def said_some_day(record: ProcedureRecord, overlay: Iterable[Raw]) -> ProcedureRecord:
    """The record with each part replaced of which the province says something on whatever day, the latest of each: for
    asking what is written at all."""
    parts = {block["type"]: PARTS[block["type"]](block["value"]["value"]) for block in sorted(overlay, key=_begins)}
    return with_reasons(dataclasses.replace(record, **parts))


def turns_after(record: ProcedureRecord, overlay: Iterable[Raw], on: date) -> date | None:
    """The next day on which the record may say something else though nobody changes it; None where there is none."""
    blocks = list(overlay)
    layers = (span_of_block(block) for block in blocks)
    channels = [*record.channels, *(row for block in blocks if block["type"] == "channels" for row in _channels(block))]
    spans = [*layers, *(fee.span for channel in channels for fee in channel.fees)]
    days = (day for span in spans for day in (span.begins, span.ends))
    return min((day for day in days if day and day > on), default=None)


def _channels(block: Raw) -> Sequence[Channel]:
    found: Sequence[Channel] = PARTS["channels"](block["value"]["value"])
    return found
