"""What citizens were shown as JSON and back: exact, silent about whatever is not stated, patient with what is older.

What later software knows besides is passed over, and what was called otherwise is read under its name of today: rows
that were written once are never written anew.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from procedures_catalog.comparing.packing import pack, unpack
from procedures_catalog.presenting.shown import Shown

_SHOWN = TypeAdapter(Shown)
#: Former name of a fact of the record → its name of today.
_FORMER: Mapping[str, str] = {"field": "sector"}


def shown_to_json(shown: Shown) -> bytes:
    """All of it as one JSON object under its own names, in UTF-8."""
    return _SHOWN.dump_json(shown, exclude_defaults=True)


def shown_from_json(text: bytes) -> Shown:
    """What was written. Raises ValueError for what is nothing of the kind."""
    kept = json.loads(text)
    if isinstance(kept, dict) and isinstance(kept.get("record"), dict):
        kept["record"] = _renamed(kept["record"])
    return _SHOWN.validate_python(kept)


def pack_shown(shown: Shown) -> bytes:
    """The JSON, small."""
    return pack(shown_to_json(shown))


def unpack_shown(packed: bytes | memoryview) -> Shown | None:
    """What was packed; None for b"", where nothing was kept."""
    return shown_from_json(unpack(bytes(packed))) if packed else None


def _renamed(record: Mapping[str, Any]) -> dict[str, Any]:
    return {_FORMER.get(name, name): value for name, value in record.items()}
