"""The rows of a version as they were kept before versions held the whole text."""

import json
from typing import Any

from procedures_catalog.comparing.items import PARTS, Forms, Item
from procedures_catalog.comparing.packing import pack
from procedures_catalog.facts.record import ProcedureRecord

_UNSHOWN = {"kind", "keywords", "description"}


def former_texts(record: ProcedureRecord, forms: Forms | None = None) -> bytes:
    """What went into the column `texts` of a version of this record."""
    parts = {_called(part.key): [_row(item) for item in part.items(record, forms or {})] for part in PARTS}
    given = {key: rows for key, rows in parts.items() if rows and key not in _UNSHOWN}
    return pack(json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode())


def _called(key: str) -> str:
    return "field" if key == "sector" else key


def _row(item: Item) -> list[Any]:
    return [item.label, item.text, item.id, [_row(inner) for inner in item.items]]
