"""Sees to it that no public answer passes over the day that its address names."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from agencies.day import day_looked_at
from cms.sign_in.held import is_at_a_desk
from pages.site.only_today import said_or_refused

View = Callable[[HttpRequest], HttpResponseBase]


def only_today_middleware(get_response: View) -> View:
    """Asks of every answer whose door did not look at the day; desks and files have words of their own in theirs."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        is_asked = request.method in ("GET", "HEAD") and not is_at_a_desk(request) and response.status_code < 400
        if not is_asked or not isinstance(response, HttpResponse) or day_looked_at(request):
            return response
        return said_or_refused(request, response)

    return middleware
