"""The day on which tests run, for what is told a day, and a clock that tests move, for what reads one."""

import datetime

from django.utils import timezone


def today() -> datetime.date:
    """The day that the portal takes for today."""
    return timezone.localdate()


class Clock:
    """Stands still at a moment, or goes on by a step at each look; counts how often it was looked at."""

    def __init__(self, moment: datetime.datetime, step: datetime.timedelta = datetime.timedelta(0)) -> None:
        self.moment, self.step, self.looks = moment, step, 0

    def __call__(self) -> datetime.datetime:
        """In the place of `timezone.now`."""
        self.looks += 1
        return self.moment + (self.looks - 1) * self.step
