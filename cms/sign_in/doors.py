"""The desk and the officers' desk, closed to whoever does not come from the networks that the settings name."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pages.visitors.clients import address_of


class DoorsMiddleware:
    """Answers 403 in words; an address that is not told is none of theirs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Looks at the path first: citizens' pages are open to all."""
        return (
            self.get_response(request) if is_open_to(request) else render(request, "cms/closed_door.html", status=403)
        )


def is_open_to(request: HttpRequest) -> bool:
    """Whether the client may come to this path."""
    networks = [found for door, found in settings.DOORS.items() if found and request.path_info.startswith(door)]
    address = address_of(request)
    return all(address is not None and any(address in network for network in one) for one in networks)
