"""Work that is counted: each count with its words and its list, and many of them in one question to the database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Value


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to do: how often, what, and where its list is."""

    count: int
    text: str
    url: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """The same before it was counted: what its list shows."""

    rows: QuerySet[Any]
    text: str
    url: str
    is_urgent: bool = False


def counted(waiting: Sequence[Rows]) -> Iterator[Work]:
    """All of them with their counts. One query, none for nothing."""
    numbers = count_together([each.rows for each in waiting])
    for each, number in zip(waiting, numbers, strict=True):
        yield Work(number, each.text, each.url, each.is_urgent)


def count_together(asked: Sequence[QuerySet[Any]]) -> list[int]:
    """How many rows each has. One query, none for nothing."""
    if not asked:
        return []
    first, *others = [_count(place, rows) for place, rows in enumerate(asked)]
    numbers = dict(first.union(*others, all=True))
    return [numbers.get(place, 0) for place in range(len(asked))]


def _count(place: int, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """A row of the place and the number, whatever the rows were joined with, grouped by or put in order by."""
    same = rows.model._base_manager.filter(pk__in=rows.order_by().values("pk")).order_by()
    return same.annotate(place=Value(place)).values("place").annotate(number=Count("pk")).values_list("place", "number")
