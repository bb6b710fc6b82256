"""What somebody reads who has to wait before the next try, and the views with which one may not try too often."""

import datetime
from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cms.sign_in.marks import MarkedRequest
from pages.visitors.fair_share import is_beyond_its_share

View = Callable[..., HttpResponse]


def refuse(request: MarkedRequest, *_: Any) -> HttpResponse:
    """Axes' answer to a try that was not taken."""
    return wait_until(request, request.sign_in_opens or timezone.now())


def wait_until(request: HttpRequest, opens: datetime.datetime) -> HttpResponse:
    """429, with the time in words and in the header."""
    seconds = max(1, ceil((opens - timezone.now()).total_seconds()))
    context = {"opens": opens, "minutes": ceil(seconds / 60), "path": request.path}
    response = render(request, "cms/too_many_tries.html", context, status=429)
    response["Retry-After"] = str(seconds)
    response["Cache-Control"] = "no-store"
    return response


def sparing(view: View, what: str, most: int, seconds: int = 900) -> View:
    """The view, which takes no more than `most` forms from one client in each span of `seconds`."""

    @wraps(view)
    def spared(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and is_beyond_its_share(request, what, most, seconds):
            return wait_until(request, timezone.now() + datetime.timedelta(seconds=seconds))
        return view(request, *args, **kwargs)

    return spared
