"""The days that differ from the week, of however many counters: their own, and those of all."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from agencies.hours.on_day import SpecialDay
from agencies.hours.wording import DAYS_AHEAD
from agencies.hours.working_days import over_before
from agencies.models import CommonDay, CounterDay

#: Rather more days than so many working days last: two of seven are not worked, and Tết takes a week or two.
_A_WEEK_OF_FIVE, _LONGEST_PAUSE = timedelta(days=2), timedelta(days=30)


def special_days(agencies: Collection[int], on: date) -> Mapping[int, Sequence[SpecialDay]]:
    """Agency's id → what differs on a day and in the DAYS_AHEAD after it. Two queries however many; none for none."""
    if not agencies:
        return {}
    last = on + timedelta(days=DAYS_AHEAD)
    common = common_days(on, last)
    found = {pk: list(common) for pk in agencies}
    for row in CounterDay.objects.between(on, last).filter(agency__in=agencies):
        found[row.agency_id].append(row.special_day(is_own=True))
    return found


def common_days(first: date, last: date) -> list[SpecialDay]:
    """What differs for all on any day from one to another. One query."""
    return [row.special_day(is_own=False) for row in CommonDay.objects.between(first, last)]


def days_over(numbers: Collection[int], on: date) -> Mapping[int, date]:
    """Number of working days → the day before which something began that has had so many by `on`. One query; none for
    no numbers."""
    if not numbers:
        return {}
    specials = common_days(on - _LONGEST_PAUSE - max(numbers) * _A_WEEK_OF_FIVE, on)
    return {number: over_before(on, number, specials) for number in numbers}
