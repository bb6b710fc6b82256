"""Doors whose answer can speak of any day: `?ngay=28/02/2027` names it, and nobody takes the answer for today's."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from agencies.day import DAY, UnclearDayError, another_day, take_day

View = Callable[..., HttpResponse]


def any_day(view: View) -> View:
    """The view, whose answer speaks of the day that the address names (`agencies.day.day_of`); a page that says so
    where that is none, or none that can be told of."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            take_day(request)
        except UnclearDayError as unclear:
            return unclear_day(request, str(unclear))
        return kept_apart(request, view(request, *args, **kwargs))

    return door


def kept_apart(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer; one of another day is in no index of the web and in nobody's cache."""
    if another_day(request):
        response["X-Robots-Tag"] = "noindex"
        response["Cache-Control"] = "private, no-store"
    return response


def address_of_today(request: HttpRequest) -> str:
    """The address of the request without its day."""
    asked = request.GET.copy()
    asked.pop(DAY, None)
    return f"{request.path}?{asked.urlencode()}" if asked else request.path


def unclear_day(request: HttpRequest, sentence: str) -> HttpResponse:
    """The page that says so where an address names no day."""
    context = {"sentence": sentence, "today_url": address_of_today(request)}
    response = render(request, "pages/unclear_day.html", context, status=400)
    response["X-Robots-Tag"] = "noindex"
    return response
