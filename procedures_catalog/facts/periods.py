"""Periods inside the raw lists that StreamFields keep: one that ends before it begins would never hold, unseen; of two
that overlap one would hide the other."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from procedures_catalog.facts.overlay import PART_LABELS, span_of_block
from vietnamese.days import Span, last_day, span_of, written

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


def overlapping(overlay: Iterable[Raw]) -> Iterator[str]:
    """For each part of an overlay whose blocks share a day, its name with the first two periods that do."""
    spans: dict[str, list[Span]] = {}
    for block in overlay:
        spans.setdefault(block["type"], []).append(span_of_block(block))
    for part, own in spans.items():
        if both := next((pair for pair in combinations(own, 2) if pair[0].overlaps(pair[1])), None):
            yield f"{PART_LABELS[part]}: {' và '.join(map(_said, both))}"


def _said(span: Span) -> str:
    return f"“{span.in_words() or 'không ghi ngày'}”"


def _values(raw: Any) -> Iterable[Raw]:
    """Every struct in a raw list, the outer ones first."""
    if isinstance(raw, Mapping):
        yield raw
        raw = list(raw.values())
    if isinstance(raw, list | tuple):
        for inner in raw:
            yield from _values(inner)
