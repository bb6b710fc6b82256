"""The door of requests for the log: who is signed in, and from where."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from audit.acting import NOBODY, Acting, Actor, actor_of, passing
from pages.visitors.clients import network_of


class LogMiddleware:
    """Whatever a request does is done on its way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers. Who it is is asked only when something is to be recorded."""
        with passing(Acting(actor=lambda: _signed_in(request), address=lambda: network_of(request))):
            return self.get_response(request)


def _signed_in(request: HttpRequest) -> Actor:
    """Readers have no session; for them none is read."""
    return actor_of(request.user) if settings.SESSION_COOKIE_NAME in request.COOKIES else NOBODY
