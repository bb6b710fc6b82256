"""The day that the public interface is asked about: `ngay`, as everywhere; one that is unclear is refused in words."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query
from ninja.errors import HttpError

from agencies.day import UnclearDayError, day_of, take_day
from pages.site.any_day import kept_apart

#: Said in the description of the interface; it is read from the address itself, like everywhere.
Day = Annotated[
    str, Query(max_length=40, description="Nội dung áp dụng ngày nào: 2027-02-28 hoặc 28/02/2027; hôm nay nếu để trống")
]


def day_asked(request: HttpRequest, response: HttpResponse) -> date:
    """The day that the answer speaks of; its headers say what follows from that. HttpError 422 for an unclear one."""
    try:
        take_day(request)
    except UnclearDayError as unclear:
        raise HttpError(422, str(unclear)) from None
    kept_apart(request, response)
    return day_of(request)
