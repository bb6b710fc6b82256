"""The door of the desk for who works for single agencies: what lies behind a wall is answered as what is not there."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.defaults import page_not_found

from cms.access.walls.kinds import Asked
from cms.access.walls.pages import looking
from cms.access.walls.part import part_of
from cms.access.walls.table import wall_of

GetResponse = Callable[[HttpRequest], HttpResponse]


class WallsMiddleware:
    """Middleware, behind those that know who signed in. An address of which nobody has said how it is walled stays shut
    to everybody who does not work for the whole portal."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers; at the desk pages are called what whoever asks may know."""
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return self._get_response(request)
        with looking(request):
            return self._get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> HttpResponseBase | None:
        """The desk's own page for what is not there, lest anybody learns that something is."""
        match = request.resolver_match
        if match is None or not request.path.startswith(reverse("wagtailadmin_home")) or not _has_walls(request.user):
            return None
        wall = wall_of(match)
        if wall is not None and wall(Asked(request, match, part_of(request.user))):
            return None
        return page_not_found(request, Exception(), template_name="wagtailadmin/404.html")


def _has_walls(user: Any) -> bool:
    """Whether somebody may come to the desk and works for single agencies; the others' way is Wagtail's to show."""
    return user.is_authenticated and user.has_perm("wagtailadmin.access_admin") and not part_of(user).is_whole
