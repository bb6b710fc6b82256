"""The days that differ from the week, of however many counters: their own, and those of all."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from agencies.hours.on_day import SpecialDay
from agencies.hours.wording import DAYS_AHEAD
from agencies.models import CommonDay, CounterDay


def special_days(agencies: Collection[int], on: date) -> Mapping[int, Sequence[SpecialDay]]:
    """Agency's id → what differs on a day and in the DAYS_AHEAD after it. Two queries however many; none for none."""
    if not agencies:
        return {}
    last = on + timedelta(days=DAYS_AHEAD)
    common = [row.special_day(is_own=False) for row in CommonDay.objects.between(on, last)]
    found = {pk: list(common) for pk in agencies}
    for row in CounterDay.objects.between(on, last).filter(agency__in=agencies):
        found[row.agency_id].append(row.special_day(is_own=True))
    return found
