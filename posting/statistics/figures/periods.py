"""Days, weeks and months by which scans are added up."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both within; empty when the last comes before the first."""

    first: datetime.date
    last: datetime.date

    def days(self) -> Iterator[datetime.date]:
        """Its days in order."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + number * _DAY


def last_days(today: datetime.date, count: int) -> Period:
    """The so many days that end today."""
    return Period(today - (count - 1) * _DAY, today)


def monday(day: datetime.date) -> datetime.date:
    """The first day of a day's week."""
    return day - day.weekday() * _DAY


def month(first: datetime.date) -> Period:
    """The month that begins on a day."""
    return Period(first, _next_first(first) - _DAY)


def completed_months(today: datetime.date, count: int) -> list[datetime.date]:
    """The first days of the so many months that are over, the latest first."""
    months, first = [], today.replace(day=1)
    for _ in range(count):
        first = (first - _DAY).replace(day=1)
        months.append(first)
    return months


def read_month(text: str) -> datetime.date | None:
    """The first day of a month written 2026-10; None for anything else."""
    found = _MONTH.fullmatch(text)
    return datetime.date(int(found[1]), int(found[2]), 1) if found and found[1] != "0000" else None


def _next_first(first: datetime.date) -> datetime.date:
    return (first + 31 * _DAY).replace(day=1)
