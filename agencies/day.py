"""When a request is answered: the clock is read once for it, so that no answer speaks of two days.

The lowest floor that knows requests; whoever answers one takes its moment or its day here and hands it down.
"""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone


def local_day(moment: datetime) -> date:
    """The day that it is in the province at a moment."""
    return timezone.localtime(moment).date()


def asked_at(request: HttpRequest) -> datetime:
    """The moment at which somebody first wanted to know it; the same however often it is wanted."""
    known = vars(request)
    if "asked_at" not in known:
        known["asked_at"] = timezone.now()
    return known["asked_at"]


def asked_on(request: HttpRequest) -> date:
    """That moment's day in the province: the day of whatever the request does."""
    return local_day(asked_at(request))


def day_of(request: HttpRequest) -> date:
    """The day that the answer speaks of. Public pages, the API and the sheet ask here, so that an address may name
    another day than the one on which it is opened."""
    return asked_on(request)
