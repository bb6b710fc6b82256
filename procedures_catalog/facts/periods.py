"""Periods inside the raw lists that StreamFields keep: one that ends before it begins would never hold, unseen."""

from collections.abc import Iterable, Mapping
from typing import Any

Raw = Mapping[str, Any]


def ends_before_it_begins(stream: Iterable[Raw]) -> str:
    """Which period of a stream's blocks ends before it begins, as "01/12/2026 – 30/11/2026"; "" for none.

    However deep it stands. Both days belong to a period; dates are ISO texts or dates of Python.
    """
    for value in _values(list(stream)):
        first, last = (str(value.get(name) or "") for name in ("valid_from", "valid_to"))
        if first and last and last < first:
            return f"{_in_words(first)} – {_in_words(last)}"
    return ""


def _values(raw: Any) -> Iterable[Raw]:
    """Every struct in a raw list, the outer ones first."""
    if isinstance(raw, Mapping):
        yield raw
        raw = list(raw.values())
    if isinstance(raw, list | tuple):
        for inner in raw:
            yield from _values(inner)


def _in_words(day: str) -> str:
    return "/".join(reversed(day.split("-")))
