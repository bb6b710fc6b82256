"""A dated difference: one part of a procedure, the day from which it says something else, and what it says then.

It is no copy of the procedure: whatever else changes meanwhile stays, and what stands on that day is changed in this
part alone.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from procedures_catalog.facts.fees.shared import Amounts, filled, shared_by
from procedures_catalog.facts.overlay import block_of, laid
from procedures_catalog.facts.parts.table import BY_NAME, OVERLAID, OWN
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.streams import new_id

Raw = Mapping[str, Any]

#: What is no fact of the record: that the procedure ends, and that a new one begins.
ENDS, BEGINS = "ends", "begins"
#: What a difference may change → what people call it. Of a national procedure the name stays the state's.
LABELS: Mapping[str, str] = {
    BEGINS: "Thủ tục mới",
    "name": BY_NAME["name"].label,
    "levels": BY_NAME["levels"].label,
    **{name: part.over for name, part in OVERLAID.items()},
    **{part.name: part.label for part in OWN},
    "decision_number": BY_NAME["decision_number"].label,
    ENDS: "Bãi bỏ, thay thế",
}


@dataclass(frozen=True, slots=True)
class Ending:
    """That a procedure is in force no more: by which decision, and the identities of what takes its place."""

    decision: str = ""
    successors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """`part` is a key of LABELS, `value` what it says from `day` on: the fact of the record (names of levels, a dossier
    …), an Ending, None for what begins. `decision` is the document that says so, as people cite it."""

    part: str
    day: date
    value: Any
    decision: str = ""

    @property
    def label(self) -> str:
        """What people call its part."""
        return LABELS[self.part]


def in_order(differences: Iterable[Difference]) -> list[Difference]:
    """As they come; of one day as they were given."""
    return sorted(differences, key=lambda each: each.day)


def block_from(difference: Difference) -> dict[str, Any]:
    """A block of the province's layer that says it, of a part in OVERLAID; laying it gives it its days."""
    return block_of(difference.part, difference.value, difference.decision) | {"id": new_id()}


def layer_with(overlay: Iterable[Raw], differences: Iterable[Difference]) -> list[Raw]:
    """The province's layer with what is to come laid over it, each from its day on."""
    blocks = list(overlay)
    for each in in_order(each for each in differences if each.part in OVERLAID):
        held = [block for block in blocks if block["type"] == each.part]
        others = [block for block in blocks if block["type"] != each.part]
        blocks = [*others, *laid(held, block_from(each), each.day)]
    return blocks


def record_with(record: ProcedureRecord, differences: Iterable[Difference], on: date) -> ProcedureRecord:
    """The record with those facts replaced that no layer holds, as they will be on a day; of ENDS and BEGINS it knows
    nothing."""
    facts = {each.part: each.value for each in in_order(differences) if each.day <= on and _is_plain(each.part)}
    return dataclasses.replace(record, **facts)


def _is_plain(part: str) -> bool:
    return part in BY_NAME and part not in OVERLAID


def shared_of(differences: Iterable[Difference]) -> frozenset[int]:
    """The ids of the shared amounts that they name."""
    return frozenset[int]().union(*(shared_by(each.value) for each in differences if each.part == "channels"))


def successors_of(differences: Iterable[Difference]) -> frozenset[int]:
    """The identities that they name in the place of what ends."""
    return frozenset(each for found in differences if found.part == ENDS for each in found.value.successors)


def told_with(difference: Difference, amounts: Amounts) -> Difference:
    """The difference as people read it: shared amounts in their places."""
    if difference.part != "channels":
        return difference
    return dataclasses.replace(difference, value=filled(difference.value, amounts))
