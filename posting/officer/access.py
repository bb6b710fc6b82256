"""The door of the officer's desk: who may come in, and for which commune."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from posting.officer.communes import commune_of

RIGHTS = ("posting.add_postedpaper", "posting.change_postedpaper")

View = Callable[..., HttpResponse]


def for_officers(view: View) -> View:
    """Lets in who is signed in and has the rights; nothing that is answered may be kept by anybody on the way."""

    @wraps(view)
    @never_cache
    def door(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(_here(request), reverse("officer_sign_in"))
        if not request.user.has_perms(RIGHTS):
            return render(request, "posting/officer/not_allowed.html", status=403)
        return view(request, *args, **kwargs)

    return door


def for_a_commune(view: View) -> View:
    """As `for_officers`; the view gets the officer's commune too. Who may work for several chooses one first."""

    @for_officers
    @wraps(view)
    def door(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        commune = commune_of(request)
        if commune is None:
            return redirect("officer_commune")
        request.commune = commune
        return view(request, commune, *args, **kwargs)

    return door


def _here(request: HttpRequest) -> str:
    """Where to go after signing in; what was being sent cannot be sent again."""
    return request.get_full_path() if request.method == "GET" else reverse("officer_desk")
