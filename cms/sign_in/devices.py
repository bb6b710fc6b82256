"""The mark that a browser keeps on which somebody has signed in, so that nobody else's wrong tries close the door to
them (OWASP, "Slow down online guessing attacks with device cookies")."""

from collections.abc import Callable

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

COOKIE = "may-quen"
KEPT = 180 * 24 * 3600  # seconds
MOST_ACCOUNTS = 8  # of people who share a computer; the oldest is let go
_SALT = "cms.sign_in.devices"
_READ = "mark_of_device"  # on the request


def number_of(request: HttpRequest) -> str:
    """The browser's own number; one that it is given only if somebody signs in with this request, where it has none."""
    return _read(request)[0]


def device_of(request: HttpRequest, account: str) -> str:
    """The device's own number when the account has signed in on it, else ""."""
    number, accounts = _read(request)
    return f"device:{number}" if account in accounts else ""


class DeviceMiddleware:
    """Gives the browser its mark after somebody has signed in, which `request.signed_in_as` says."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers."""
        response = self.get_response(request)
        account = getattr(request, "signed_in_as", "")
        if account:
            _mark(request, response, account)
        return response


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    """Its number and its accounts; a new number and none where there is no mark, or not one of ours. Read once a
    request, so that a new number is the same one for all who ask."""
    found: tuple[str, list[str]] | None = getattr(request, _READ, None)
    if found is None:
        found = _loads(request.COOKIES.get(COOKIE, ""))
        setattr(request, _READ, found)
    return found


def _loads(mark: str) -> tuple[str, list[str]]:
    try:
        number, *accounts = signing.loads(mark, salt=_SALT, max_age=KEPT)
    except (signing.BadSignature, ValueError, TypeError):
        return get_random_string(16), []
    return number, accounts


def _mark(request: HttpRequest, response: HttpResponse, account: str) -> None:
    number, accounts = _read(request)
    accounts = [account, *(other for other in accounts if other != account)][:MOST_ACCOUNTS]
    value = signing.dumps([number, *accounts], salt=_SALT)
    response.set_cookie(
        COOKIE, value, max_age=KEPT, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )
