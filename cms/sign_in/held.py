"""Who has signed in but may not go on yet: held back at the desks, and nobody on citizens' pages."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

DESKS = ("/quan-tri/", "/ban/", "/tai-khoan/")
LEAVING = ("/tai-khoan/dang-xuat/", "/quan-tri/logout/", "/ban/dang-xuat/")


def is_at_a_desk(request: HttpRequest) -> bool:
    """Whether what is asked for is a screen of staff."""
    return request.path.startswith(DESKS)


def is_leaving(request: HttpRequest) -> bool:
    """Whether somebody signs out, which he may from anywhere and at any time."""
    return request.path in LEAVING


def note_held(request: HttpRequest) -> None:
    """Whoever asks has to confirm first that it is he; what answers afterwards can say so."""
    request.held_at_the_desk = True  # type: ignore[attr-defined]


def is_held(request: HttpRequest) -> bool:
    """Whether that was noted."""
    return hasattr(request, "held_at_the_desk")


def open_as_nobody(request: HttpRequest) -> None:
    """For this request alone."""
    request.user = AnonymousUser()
