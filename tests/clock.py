"""The day on which tests run, for what is told a day."""

import datetime

from django.utils import timezone


def today() -> datetime.date:
    """The day that the portal takes for today."""
    return timezone.localdate()
