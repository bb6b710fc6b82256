"""What a version told its readers, packed small enough to be kept with each (2.4 kB of 9), and two such compared.

Rows are kept, not records: a row is already the text that was read, and says the same whatever becomes of the code.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from procedures_catalog.comparing.items import PARTS, Forms, Item
from procedures_catalog.comparing.packing import pack, unpack
from procedures_catalog.comparing.records import PartChange, compare_items
from procedures_catalog.facts.parts.table import UNSHOWN
from procedures_catalog.facts.record import ProcedureRecord

#: Part → its key of today, where it was called otherwise when a version was kept.
_FORMER_KEYS = {"field": "sector"}
_KEPT = tuple(part for part in PARTS if part.key not in UNSHOWN)


def packed(record: ProcedureRecord, forms: Forms) -> bytes:
    """The rows of each part; `forms` names the forms of the dossiers by their ids."""
    parts = {part.key: [_as_list(item) for item in part.items(record, forms)] for part in _KEPT}
    given = {key: rows for key, rows in parts.items() if rows}
    return pack(json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode())


def compare_packed(before: bytes, after: bytes, keys: Collection[str] | None = None) -> tuple[PartChange, ...]:
    """The parts that say something else, of those with these keys (None: of all); none where one of both was not kept
    (b"")."""
    if not (before and after):
        return ()
    one, other = _unpacked(before), _unpacked(after)
    changes = (
        PartChange(part.key, part.label, compare_items(one.get(part.key, []), other.get(part.key, []), part.is_ordered))
        for part in _KEPT
        if keys is None or part.key in keys
    )
    return tuple(change for change in changes if change.rows)


def _as_list(item: Item) -> list[Any]:
    return [item.label, item.text, item.id, [_as_list(inner) for inner in item.items]]


def _unpacked(kept: bytes) -> Mapping[str, list[Item]]:
    parts = json.loads(unpack(kept))
    return {_FORMER_KEYS.get(key, key): [_item(row) for row in rows] for key, rows in parts.items()}


def _item(row: list[Any]) -> Item:
    label, text, identity, items = row
    return Item(label, text, tuple(_item(inner) for inner in items), identity)
