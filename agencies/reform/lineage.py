"""Rules of succession: who stands today in the place of one that ended, and how to say so."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vietnamese.days import written

#: Kind → what is written before the successor's name.
BECAME: Mapping[str, str] = {
    "renamed": "Đổi thành",
    "merged": "Sáp nhập vào",
    "split": "Một phần nhập vào",
    "abolished": "Chấm dứt hoạt động",
    "reparented": "Giữ nguyên, đổi cấp trên trực tiếp:",
    "function_moved": "Chuyển chức năng, nhiệm vụ sang",
}

#: Kind → what is written before the predecessor's name on its successor's page.
CAME_FROM: Mapping[str, str] = {
    "renamed": "Tên trước đây",
    "merged": "Nhận sáp nhập",
    "split": "Nhận một phần",
    "abolished": "Thay cho",
    "reparented": "Giữ nguyên, đổi cấp trên trực tiếp",
    "function_moved": "Nhận chức năng, nhiệm vụ",
}

#: After these the predecessor is gone; after the others it may live on beside its successor.
ENDING_KINDS = frozenset({"renamed", "merged", "split", "abolished", "reparented"})


@dataclass(frozen=True, slots=True)
class Edge:
    """One step of lineage. The ids are those of two units, or of two agencies; no successor: abolished."""

    predecessor: int
    successor: int | None
    kind: str
    date: date


Steps = Mapping[int, tuple[Edge, ...]]


def onward(edges: Iterable[Edge], on: date) -> dict[int, tuple[Edge, ...]]:
    """The steps already taken on that day, by predecessor, in the order given."""
    steps: dict[int, tuple[Edge, ...]] = {}
    for edge in edges:
        if edge.date <= on and edge.successor is not None:
            steps[edge.predecessor] = (*steps.get(edge.predecessor, ()), edge)
    return steps


def successors(start: int, steps: Steps, in_force: Container[int]) -> tuple[int, ...]:
    """Who, in force today, stands in the place of `start`: ids in the order reached, without `start`.

    The walk stops at whoever is in force and visits nobody twice, so that a circle in the data does no harm.
    `steps` comes from `onward`.
    """
    found: list[int] = []
    seen, waiting = {start}, [start]
    while waiting:
        reached = [after for after in _after(waiting.pop(0), start, steps) if after not in seen]
        seen.update(reached)
        found += [after for after in reached if after in in_force]
        waiting += [after for after in reached if after not in in_force]
    return tuple(found)


def _after(here: int, start: int, steps: Steps) -> dict[int, None]:
    """Of one met on the way only its end counts; of the first also what it gave away while it lives."""
    followed = (step for step in steps.get(here, ()) if here == start or step.kind in ENDING_KINDS)
    return {step.successor: None for step in followed if step.successor is not None}


def kind_of(predecessors: int, successors: int, same_name: bool, in_part: bool = False) -> str:
    """The kind of a step, from how many became how many.

    `predecessors` counts those of the successor, `successors` those of the predecessor.
    """
    if in_part or successors > 1:
        return "split"
    if predecessors > 1:
        return "merged"
    return "reparented" if same_name else "renamed"


def what_happened(kind: str, successor: str, on: date) -> str:
    """One sentence: "Sáp nhập vào Xã X từ 01/07/2025". `kind` is a key of `BECAME`; KeyError for another."""
    return " ".join(filter(None, (BECAME[kind], successor, "từ", written(on))))
