"""Marks in results what is to change: procedures of which something is approved for a later day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from consequences.keys import numbers, page_key
from procedures_catalog.dated.announced import days_announced, marked_to_come
from procedures_catalog.models import ProcedurePage
from search.ranking.results import Hit


def with_coming(hits: Sequence[Hit], lines: Sequence[dict[str, Any]], on: date) -> list[dict[str, Any]]:
    """The lines of these hits on a day. One query where there are procedures among them."""
    pages = numbers((hit.key for hit in hits if hit.kind == ProcedurePage.search_kind), "page")
    days = {page_key(pk): day for pk, day in days_announced(pages, on).items()}
    pairs = zip(hits, lines, strict=True)
    return [line | {"state": marked_to_come(line["state"], days.get(hit.key))} for hit, line in pairs]
