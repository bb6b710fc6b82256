"""Periods inside the raw lists that StreamFields keep: one that ends before it begins would never hold, unseen."""

from collections.abc import Iterable, Mapping
from typing import Any

from vietnamese.days import last_day, span_of, written

Raw = Mapping[str, Any]


def ends_before_it_begins(stream: Iterable[Raw]) -> str:
    """Which period of a stream's blocks ends before it begins, as "01/12/2026 – 30/11/2026"; "" for none.

    However deep it stands.
    """
    for value in _values(list(stream)):
        span = span_of(value.get("valid_from"), value.get("valid_to"))
        if span.begins and span.ends and span.is_empty():
            return f"{written(span.begins)} – {written(last_day(span.ends))}"
    return ""


def _values(raw: Any) -> Iterable[Raw]:
    """Every struct in a raw list, the outer ones first."""
    if isinstance(raw, Mapping):
        yield raw
        raw = list(raw.values())
    if isinstance(raw, list | tuple):
        for inner in raw:
            yield from _values(inner)
