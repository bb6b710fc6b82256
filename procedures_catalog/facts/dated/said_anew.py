"""What a block of the province's layer says otherwise than what stood before it, where its part tells several facts.

Time limits, fees and the ways of handing in are one part of the layer. Whoever changes one of them lays the others as
they stand, and the document behind the change speaks for what it changed alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from procedures_catalog.facts.fees.dated import with_all_fees
from procedures_catalog.facts.overlay import PARTS, blocks_in_force, span_of_block
from procedures_catalog.facts.record import Channel, ProcedureRecord, TimeLimit

Raw = Mapping[str, Any]
Rows = frozenset[tuple[str, tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the facts that a part tells: its name behind that of the part ("channels.fee"), what people call it, and
    its rows in a value of the part, each of what (a way of handing in) and what it says of it, empty for nothing."""

    name: str
    label: str
    rows: Callable[[Any], Rows]


def _times(channels: Iterable[Channel]) -> Rows:
    return frozenset((each.channel, _limits(each)) for each in channels)


def _limits(channel: Channel) -> tuple[TimeLimit, ...]:
    limits = (channel.time_limit, channel.reduced)
    return limits if any(limit != TimeLimit() for limit in limits) else ()


def _fees(channels: Iterable[Channel]) -> Rows:
    return frozenset((each.channel, with_all_fees(each).fees) for each in channels)


def _ways(channels: Iterable[Channel]) -> Rows:
    """All ways together: one more or one less is another answer to how one may hand in."""
    return frozenset({("", tuple((each.channel, each.notes) for each in channels))})


#: Part of the layer → the facts that it tells.
FACTS: Mapping[str, tuple[Fact, ...]] = {
    "channels": (
        Fact("channels.time", "Thời hạn", _times),
        Fact("channels.fee", "Phí, lệ phí", _fees),
        Fact("channels.ways", "Cách nộp, ghi chú", _ways),
    ),
}


def set_by(part: str, official: ProcedureRecord, layer: Iterable[Raw], on: date) -> Mapping[Fact, Raw | None]:
    """Fact → the block that said last what the layer says of it on a day; None where the official text says so. Of a
    part in FACTS of which a block holds on the day."""
    blocks = _chain(part, layer, on)
    return {fact: _last_change(fact, getattr(official, part), blocks) for fact in FACTS[part]}


def said_anew(block: Raw, official: ProcedureRecord, layer: Sequence[Raw]) -> tuple[Fact, ...]:
    """What a block says otherwise than what stands before its first day; of a part in FACTS."""
    begins, part = span_of_block(block).begins, block["type"]
    before = _ending_on(part, layer, begins) if begins else None
    value = _value(before) if before else getattr(official, part)
    return tuple(fact for fact in FACTS[part] if _differs(fact, value, _value(block)))


def local_parts(official: ProcedureRecord | None, layer: Sequence[Raw], on: date) -> frozenset[str]:
    """What the layer says itself on a day: names of parts, of those in FACTS the names of their facts. Without the
    official text beneath it, as of a former day, all that its parts tell."""
    parts = {block["type"] for block in blocks_in_force(layer, on)}
    if official is None:
        return names_of(parts)
    facts = {part: set_by(part, official, layer, on) for part in parts & FACTS.keys()}
    own = {fact.name for by in facts.values() for fact, block in by.items() if block}
    return frozenset(own | (parts - FACTS.keys()))


def names_of(parts: Iterable[str]) -> frozenset[str]:
    """The names of parts, of those in FACTS the names of all their facts."""
    every = ([fact.name for fact in FACTS[part]] if part in FACTS else [part] for part in parts)
    return frozenset(chain.from_iterable(every))


def _last_change(fact: Fact, value: Any, blocks: Iterable[Raw]) -> Raw | None:
    found = None
    for block in blocks:
        if _differs(fact, value, _value(block)):
            found = block
        value = _value(block)
    return found


def _differs(fact: Fact, before: Any, after: Any) -> bool:
    """Whether something is said that was not, or nothing where something was. A way of handing in that is no more
    leaves what is said of the others as it is."""
    said = fact.rows(before)
    known = {of for of, _ in said}
    return any(new or of in known for of, new in fact.rows(after) - said)


def _chain(part: str, layer: Iterable[Raw], on: date) -> list[Raw]:
    """The block that holds on a day, with those of which each ended as the next began, the first one first."""
    blocks = list(layer)
    found = [block for block in blocks_in_force(blocks, on) if block["type"] == part]
    while found and (begins := span_of_block(found[0]).begins):
        if (before := _ending_on(part, blocks, begins)) is None or before in found:
            break
        found.insert(0, before)
    return found


def _ending_on(part: str, layer: Iterable[Raw], day: date) -> Raw | None:
    ends = (block for block in layer if block["type"] == part and span_of_block(block).ends == day)
    return next(ends, None)


def _value(block: Raw) -> Any:
    return PARTS[block["type"]](block["value"]["value"])
