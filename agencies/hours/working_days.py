"""Working days: which days are worked by everybody, and what has run out when a number of them is over."""

from collections.abc import Sequence
from datetime import date, timedelta

from agencies.hours.holidays import public_holiday
from agencies.hours.line import WORKDAYS
from agencies.hours.on_day import OPEN, SpecialDay, governing

_DAY = timedelta(days=1)


def is_worked(on: date, specials: Sequence[SpecialDay]) -> bool:
    """Whether a day is worked: what is written down of days that differ for all wins over the week and over the
    holidays that stand on the same day each year."""
    special = governing(specials, on)
    if special is not None:
        return special.kind == OPEN
    return on.weekday() in WORKDAYS and not public_holiday(on)


def over_before(on: date, number: int, specials: Sequence[SpecialDay]) -> date:
    """What began before this day has had so many whole working days by `on`: the day on which it began does not count
    (Bộ luật Dân sự 2015, Điều 147), and the last of them is over."""
    while number:
        on -= _DAY
        number -= is_worked(on, specials)
    return on
