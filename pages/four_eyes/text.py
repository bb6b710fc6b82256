"""What a page or a row says, as one short value: two that have the same say the same.

Left out is what saving itself writes, the numbers that rows and blocks get, empty columns (one that is newer than a
revision stands in none), and the hours of publication, which are the publisher's.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2s
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from audit.reading.content import OF_SAVING

HOURS = ("go_live_at", "expire_at")
_LEFT_OUT = OF_SAVING | {*HOURS}
_EMPTY: tuple[Any, ...] = (None, "", False, [], {}, "[]")


def text_of(row: Any) -> bytes:
    """Of a page or a row in hand, with the rows that hang on it."""
    return digest(row.serializable_data())


def digest(content: Mapping[str, Any]) -> bytes:
    """Of what a revision holds."""
    said = {name: _said(value) for name, value in content.items()}
    return blake2s(json.dumps(_plain(said), sort_keys=True, cls=DjangoJSONEncoder).encode()).digest()


def _said(value: Any) -> Any:
    """A stream stands in a revision as JSON inside a text."""
    if isinstance(value, str) and value.startswith("[{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        kept = {name: _plain(each) for name, each in value.items() if name not in _numbers_of(value)}
        return {name: each for name, each in kept.items() if each not in _EMPTY}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in _in_order(value)]
    return value


def _numbers_of(value: Mapping[str, Any]) -> Iterable[str]:
    """What a mapping has that says nothing; blocks of a stream have an `id` of their own."""
    return _LEFT_OUT | {"id"} if "type" in value and "value" in value else _LEFT_OUT


def _in_order(rows: Iterable[Any]) -> list[Any]:
    """Rows that hang on a page stand as their column says, however they were saved."""
    return sorted(rows, key=lambda row: (row.get("sort_order") or 0) if isinstance(row, Mapping) else 0)
