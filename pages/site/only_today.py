"""Answers that speak of today alone, asked about another day: they say so, or refuse in words, whatever their door."""

from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse

from agencies.day import UnclearDayError, asked_on, day_looked_at, day_written, with_day
from pages.site.any_day import unclear_day
from vietnamese.days import written

_SAID = "said_that_only_today"
_SENTENCE = "Địa chỉ này chỉ có nội dung hôm nay, ngày {}, không có của ngày {}."


def told_in_page(request: HttpRequest) -> date | None:
    """The day that a page is asked about and does not tell of, which it has to say; None where it has not."""
    if day_looked_at(request):
        return None
    try:
        day = day_written(request)
    except UnclearDayError:
        return None  # the page is not shown at all
    vars(request)[_SAID] = True
    return day if day != asked_on(request) else None


def said_or_refused(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What is answered where an address may name a day (`?ngay=`) at which its door did not look: a redirect takes the
    day along, a page that said what it shows goes as it is, in no index; what says nothing, and a day that is none, is
    refused in words (400, in the interface 422)."""
    try:
        day = day_written(request)
    except UnclearDayError as unclear:
        return _refused(request, str(unclear))
    if day is None or day == asked_on(request):
        return response
    if 300 <= response.status_code < 400:
        return _with_day(response, day)
    if _SAID not in vars(request):
        return _refused(request, _SENTENCE.format(written(asked_on(request)), written(day)))
    response["X-Robots-Tag"] = "noindex"
    return response


def _with_day(response: HttpResponse, day: date) -> HttpResponse:
    """Within the portal."""
    address = response.get("Location", "")
    if address.startswith("/") and not address.startswith("//"):
        response["Location"] = with_day(address, day)
    return response


def _refused(request: HttpRequest, sentence: str) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": sentence}, status=422, json_dumps_params={"ensure_ascii": False})
    return unclear_day(request, sentence)
