"""Two versions compared row by row, by what each kept: all that was shown, or in former times the rows alone."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from procedures_catalog.comparing.items import PARTS, Item
from procedures_catalog.comparing.packing import unpack
from procedures_catalog.comparing.records import PartChange, compare_items
from procedures_catalog.comparing.shown_json import unpack_shown
from procedures_catalog.facts.parts.table import UNSHOWN
from procedures_catalog.presenting.shown import Shown

#: Part → its rows.
Rows = Mapping[str, Sequence[Item]]
#: Part → its key of today, where it was called otherwise when rows were kept.
_FORMER_KEYS = {"field": "sector"}
READ_PARTS = tuple(part for part in PARTS if part.key not in UNSHOWN)


class Kept(Protocol):
    """What is needed of a PublishedVersion: `kept` and `texts` as the database hands them out, b"" for nothing."""

    @property
    def kept(self) -> bytes | memoryview:
        """All that was shown, packed."""

    @property
    def texts(self) -> bytes | memoryview:
        """The rows of each part, packed."""


def compare_kept(before: Kept, after: Kept, keys: Collection[str] | None = None) -> tuple[PartChange, ...]:
    """The parts that say something else, of those with these keys (None: of all); none where one of both kept
    nothing."""
    one, other = _rows(before), _rows(after)
    if one is None or other is None:
        return ()
    changes = (
        PartChange(part.key, part.label, compare_items(one.get(part.key, ()), other.get(part.key, ()), part.is_ordered))
        for part in READ_PARTS
        if keys is None or part.key in keys
    )
    return tuple(change for change in changes if change.rows)


def _rows(version: Kept) -> Rows | None:
    if shown := unpack_shown(version.kept):
        return rows_shown(shown)
    return _former_rows(bytes(version.texts)) if version.texts else None


def rows_shown(shown: Shown) -> Rows:
    """The rows of each part of a record as citizens read it."""
    forms = dict(shown.forms)
    return {part.key: list(part.items(shown.record, forms)) for part in READ_PARTS}


def _former_rows(texts: bytes) -> Rows:
    parts = json.loads(unpack(texts))
    return {_FORMER_KEYS.get(key, key): [_item(row) for row in rows] for key, rows in parts.items()}


def _item(row: list[Any]) -> Item:
    label, text, identity, items = row
    return Item(label, text, tuple(_item(inner) for inner in items), identity)
