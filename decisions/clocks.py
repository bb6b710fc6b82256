"""The law's clocks asked: from which day on what has not been done is late, and which decisions are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from agencies.store.special_days import days_over
from decisions.models import ClockKey, Decision, LegalClock
from decisions.models.decision import NEVER_PUBLIC

#: A set in these states is public: announced for its day, or applied.
_PUBLIC_STATES = ("approved", "applied")


@dataclass(frozen=True, slots=True)
class Clocks:
    """Key → its clock, of those that are counted; key → the day before which something began for which it has run out
    (`before`); and how many clocks are to be held against their documents again (`to_check`)."""

    counted: Mapping[str, LegalClock]
    before: Mapping[str, date]
    to_check: int


def clocks_on(on: date) -> Clocks:
    """As they stand on a day, by the working days that the desk has written down. Two queries."""
    rows = list(LegalClock.objects.all())
    counted = {row.key: row for row in rows if row.is_counted}
    over = days_over({row.working_days for row in counted.values()}, on)
    before = {key: over[row.working_days] for key, row in counted.items()}
    return Clocks(counted, before, sum(row.check_on <= on for row in rows))


def late(clock: str, before: Mapping[str, date]) -> Q:
    """The condition for decisions for which a clock has run out: PUBLIC or NATIONAL, counted from their signing; none
    for a clock that is not counted. What is never public has none."""
    if clock not in before:
        return Q(pk__in=())
    undone = Q(national_on=None) if clock == ClockKey.NATIONAL else _not_public()
    return Q(signed_on__lt=before[clock]) & ~Q(kind__in=NEVER_PUBLIC) & undone


def late_decisions(rows: QuerySet[Decision], clock: str, on: date) -> QuerySet[Decision]:
    """Those of some decisions for which a clock has run out on a day."""
    return rows.filter(late(clock, clocks_on(on).before))


def _not_public() -> Q:
    return Q(changes=None) | ~Q(changes__state__in=_PUBLIC_STATES)
