"""When a request is answered: the clock is read once for it, so that no answer speaks of two days.

The lowest floor that knows requests; whoever answers one takes its moment or its day here and hands it down.
"""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import urlencode

from vietnamese.days import typed_day, written

#: What names another day in an address.
DAY = "ngay"
#: The days that may be named: what the law of these years asks for was written down for none before them.
FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
_TAKEN, _LOOKED_AT = "day_taken", "day_looked_at"


class UnclearDayError(ValueError):
    """An address names no day, or none that can be told of; what it says is a sentence for who asked."""


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


def take_day(request: HttpRequest) -> None:
    """For doors whose answer can speak of any day: from here on it speaks of the one that the address names, if it
    names one. Raises UnclearDayError."""
    if day := named_day(request):
        vars(request)[_TAKEN] = day


def named_day(request: HttpRequest) -> date | None:
    """The day that the address names, for doors that tell of what happened on a day; None where it names none. Raises
    UnclearDayError."""
    vars(request)[_LOOKED_AT] = True
    return day_written(request)


def day_written(request: HttpRequest) -> date | None:
    """What `named_day` gives, for who does not tell of it. Raises UnclearDayError."""
    typed = set(request.GET.getlist(DAY)) - {""}
    return _one_day(typed) if typed else None


def day_looked_at(request: HttpRequest) -> bool:
    """Whether the door of a request looked at the day that the address may name; others speak of today alone."""
    return _LOOKED_AT in vars(request)


def speak_of(request: HttpRequest, day: date) -> None:
    """From here on the answer speaks of a day that its door knows by itself."""
    vars(request)[_TAKEN] = day


def _one_day(typed: set[str]) -> date:
    if len(typed) > 1:
        raise UnclearDayError("Địa chỉ ghi nhiều ngày khác nhau: chỉ ghi một ngày.")
    try:
        day = typed_day(typed.pop())
    except ValueError as unclear:
        raise UnclearDayError(str(unclear)) from None
    if not FIRST <= day <= LAST:
        raise UnclearDayError(f"Chỉ xem được các ngày từ {written(FIRST)} đến hết {written(LAST)}.")
    return day


def day_of(request: HttpRequest) -> date:
    """The day that the answer speaks of: the one that its door took from the address, else that of the request. Public
    pages, the API and the sheet ask here."""
    return vars(request).get(_TAKEN) or asked_on(request)


def another_day(request: HttpRequest) -> date | None:
    """The day that the answer speaks of, where that is not the one on which it is asked for."""
    day = day_of(request)
    return None if day == asked_on(request) else day


def with_day(address: str, day: date | None) -> str:
    """An address of the portal, for another day where there is one."""
    if day is None or not address:
        return address
    path, hash_sign, anchor = address.partition("#")
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}{urlencode({DAY: day.isoformat()})}{hash_sign}{anchor}"
