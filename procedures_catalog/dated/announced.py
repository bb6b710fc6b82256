"""What was approved for a later day, told beforehand: what page, sheet and API announce, and what will stand then."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Min, OuterRef, QuerySet, Subquery

from procedures_catalog.facts.dated.difference import BEGINS, Difference, layer_with, record_with
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.overlay import with_overlay
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.models import DatedDifference, ProcedurePage
from vietnamese.days import written


def differences_of(identities: Collection[int]) -> Mapping[int, list[Difference]]:
    """Identity → what was approved for it and is not applied yet, the next first. One query."""
    found: dict[int, list[Difference]] = defaultdict(list)
    for row in DatedDifference.objects.announced(identities):
        found[row.identity_id].append(row.as_difference())
    return found


def days_announced(pages: Collection[int], on: date) -> Mapping[int, date]:
    """Page → the next day after this one for which something was approved for it. One query, none for no page."""
    if not pages:
        return {}
    rows = to_come(DatedDifference.objects.filter(identity__page__in=pages, changes__day__gt=on))
    return dict(rows.order_by().values_list("identity__page").annotate(Min("changes__day")))


def day_announced(on: date) -> Subquery:
    """The same for a query of pages, without a query of its own."""
    rows = to_come(DatedDifference.objects.filter(identity=OuterRef("identity"), changes__day__gt=on))
    return Subquery(rows.order_by("changes__day").values("changes__day")[:1])


def to_come(rows: QuerySet[DatedDifference]) -> QuerySet[DatedDifference]:
    """Of differences those that are announced: approved, not applied yet, and of what the public knows already."""
    return rows.filter(changes__state="approved").exclude(part=BEGINS)


def marked_to_come(state: Mapping[str, str], day: date | None) -> Mapping[str, str]:
    """The state of a line, as lists and search mark it: that it changes from a day on, where it simply holds by now."""
    if day is None or state.get("kind", "current") != "current":
        return state
    return {"kind": "upcoming", "label": f"Sắp thay đổi từ {written(day)}", "text": ""}


def record_on(page: ProcedurePage, differences: Collection[Difference], on: date) -> ProcedureRecord:
    """What will stand on a day: the page as it is, and whatever begins by then. With no differences it is the effective
    record of that day."""
    due = [each for each in differences if each.day <= on]
    return with_overlay(record_with(official_record(page), due, on), layer_with(page.overlay.raw_data, due), on)
