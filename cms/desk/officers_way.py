"""An officer of a commune who signs in at the editors' desk is led to the officers'."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from posting.officer.access import RIGHTS


class OfficersWay:
    """Middleware, behind the one that knows who signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers with the way to the other desk, or lets pass."""
        return redirect("officer_desk") if _is_astray(request) else self.get_response(request)


def _is_astray(request: HttpRequest) -> bool:
    """Whether an officer, who has no business at this desk, wants to see it."""
    if request.method != "GET" or request.path != reverse("wagtailadmin_home"):
        return False
    user = request.user
    return user.has_perms(RIGHTS) and not user.has_perm("wagtailadmin.access_admin")
