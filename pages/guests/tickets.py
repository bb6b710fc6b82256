"""What a browser holds that has opened a link: a signed cookie for that link alone, worth as much as the link itself is
at the moment. It says nothing about who opened it."""

from collections.abc import Iterator

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from pages.models import GuestLink
from pages.visitors.clients import nameless

COOKIE = "xem-truoc-"
#: So many of a browser's tickets are looked at.
_MOST = 10
_signer = Signer(salt="pages.guests.tickets")


def give_ticket(response: HttpResponse, link: GuestLink) -> None:
    """Sends it along, until the link's hour. Files of the draft are asked for with it too, so its path is the root."""
    response.set_cookie(
        f"{COOKIE}{link.pk}",
        _signer.sign(str(link.pk)),
        expires=link.ends_at,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def has_ticket(request: HttpRequest, link: GuestLink) -> bool:
    """Whether this browser has opened the link."""
    return _signed(request.COOKIES.get(f"{COOKIE}{link.pk}", "")) == link.pk


def tickets(request: HttpRequest) -> set[int]:
    """The numbers of the links that this browser has opened; nothing is asked of the database."""
    return set(_numbers(request))


def _numbers(request: HttpRequest) -> Iterator[int]:
    values = [value for name, value in request.COOKIES.items() if name.startswith(COOKIE)]
    for value in values[:_MOST]:
        if number := _signed(value):
            yield number


def _signed(value: str) -> int:
    try:
        return int(_signer.unsign(value))
    except (BadSignature, ValueError):
        return 0


def key_of(request: HttpRequest, link: GuestLink) -> str:
    """What a form sent by this browser must carry: no other site knows it."""
    return nameless("pages.guests.key", request.COOKIES.get(f"{COOKIE}{link.pk}", ""))
