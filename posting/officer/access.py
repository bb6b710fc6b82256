"""The door of the officer's desk: who may come in, and for which commune."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from agencies.models import AdministrativeUnit
from posting.officer.communes import own_commune

RIGHTS = ("posting.add_postedpaper", "posting.change_postedpaper")

View = Callable[..., HttpResponseBase]


class OfficerRequest(HttpRequest):
    """Never made: the type of a request that `for_a_commune` let in. The frame of every screen shows its commune."""

    commune: AdministrativeUnit


def for_officers(view: View) -> View:
    """Lets in who is signed in and has the rights; nothing that is answered may be kept by anybody on the way."""

    @wraps(view)
    @never_cache
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(_here(request))
        if not request.user.has_perms(RIGHTS):
            return render(request, "posting/officer/not_allowed.html", status=403)
        return view(request, *args, **kwargs)

    return door


def for_a_commune(view: View) -> View:
    """As `for_officers`; the view gets the officer's commune too. Who may work for several chooses one first."""

    @for_officers
    @wraps(view)
    def door(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        commune = own_commune(request)
        if commune is None:
            return redirect("officer_commune")
        request.commune = commune
        return view(request, commune, *args, **kwargs)

    return door


def _here(request: HttpRequest) -> str:
    """Where to go after signing in; what was being sent cannot be sent again."""
    return request.get_full_path() if request.method == "GET" else reverse("officer_desk")
