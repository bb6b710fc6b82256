"""What approved sets bring on a later day, for the page of that day: procedures that will change, and how."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Min, QuerySet

from pages.published import published
from procedures_catalog.dated.announced import to_come
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.facts.held import effective_record
from procedures_catalog.models import DatedDifference, ProcedurePage
from procedures_catalog.page_context import announced_on
from procedures_catalog.store.loading import with_facts
from procedures_catalog.store.public import announced_lines

Note = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToCome:
    """The public pages that change on a day, ordered by sector and name, and how many procedures begin, of which
    nothing is told before."""

    pages: QuerySet[ProcedurePage]
    beginning: int


def to_come_on(day: date) -> ToCome:
    """What is approved for a day and not applied yet. One query."""
    of_day = DatedDifference.objects.filter(changes__day=day)
    pages = published(ProcedurePage.objects.filter(identity__in=to_come(of_day).values("identity")))
    beginning = of_day.filter(changes__state="approved", part=BEGINS).count()
    return ToCome(pages.order_by("sector__name", "sort_name", "pk"), beginning)


def next_day_to_come(after: date) -> date | None:
    """The next day for which something is approved of what everybody may read. One query."""
    pages = published(ProcedurePage.objects.all()).values("identity")
    rows = to_come(DatedDifference.objects.filter(changes__day__gt=after, identity__in=pages))
    return rows.aggregate(first=Min("changes__day"))["first"]


def told_to_come(found: ToCome, day: date, first: int, most: int) -> list[tuple[ProcedurePage, Sequence[Note]]]:
    """So many of the pages from a place on, each with its notes of that day (`presenting.announcing`). As many queries
    as kinds of facts."""
    eve = day - timedelta(days=1)
    pages = with_facts(found.pages).annotate(announced_lines=announced_lines())
    return [(page, _notes(page, eve, day)) for page in pages[first : first + most]]


def _notes(page: ProcedurePage, eve: date, day: date) -> list[Note]:
    return [note for note in announced_on(page, effective_record(page, eve), eve) if note["day"] == day.isoformat()]
