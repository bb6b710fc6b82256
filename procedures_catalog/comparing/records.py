"""Compares two records as citizens read them: the parts that differ, and of each only the rows that do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from procedures_catalog.comparing.items import PARTS, Forms, Item, Part
from procedures_catalog.comparing.pairs import is_moved, paired
from procedures_catalog.comparing.words import Piece, folded, marked
from procedures_catalog.facts.record import ProcedureRecord

Kind = Literal["changed", "new", "gone", "moved"]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that differs. `label` leads to it ("Trực tiếp · Phí, lệ phí"; "" where its part says enough).

    `pieces` are the words of both versions, unchanged stretches folded; of a row that is only in one version they are
    all of one kind, and empty where rows only changed places.
    """

    label: str
    kind: Kind
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part that differs: its key and label in `items.PARTS`, and its rows."""

    key: str
    label: str
    rows: tuple[RowChange, ...]


def compare_records(
    before: ProcedureRecord, after: ProcedureRecord, forms: Mapping[int, str] | None = None
) -> tuple[PartChange, ...]:
    """The parts that say something else to a reader; `forms` names the forms of the dossiers by their ids.

    White space, ids, places of rows and what no reader is shown (a fee's source wording) make no difference.
    """
    named: Forms = forms or {}
    changes = (
        PartChange(
            part.key, part.label, compare_items(_of(part, before, named), _of(part, after, named), part.is_ordered)
        )
        for part in PARTS
    )
    return tuple(change for change in changes if change.rows)


def _of(part: Part, record: ProcedureRecord, forms: Forms) -> list[Item]:
    return list(part.items(record, forms))


def compare_items(before: Sequence[Item], after: Sequence[Item], is_ordered: bool = True) -> tuple[RowChange, ...]:
    """The rows that differ; one more row says so where common rows changed places and their order matters."""
    pairs = paired(before, after)
    rows = [row for one, other in pairs for row in _compare(one, other)]
    if is_ordered and is_moved(before, pairs):
        rows.append(RowChange("Thứ tự", "moved"))
    return tuple(rows)


def _compare(one: Item | None, other: Item | None) -> Iterator[RowChange]:
    if one is None or other is None:
        yield from _alone(one, other)
    elif one.items or other.items:
        yield from _group(one, other)
    elif one.said() != other.said():
        yield RowChange(other.label, "changed", folded(marked(one.text, other.text)))


def _alone(one: Item | None, other: Item | None) -> Iterator[RowChange]:
    if one is not None:
        yield RowChange(one.label, "gone", (Piece("gone", one.said()),))
    if other is not None:
        yield RowChange(other.label, "new", (Piece("new", other.said()),))


def _group(one: Item, other: Item) -> Iterator[RowChange]:
    if one.label != other.label:
        yield RowChange("Tên", "changed", folded(marked(one.label, other.label)))
    for row in compare_items(one.items, other.items):
        yield RowChange(" · ".join(filter(None, (other.label, row.label))), row.kind, row.pieces)
