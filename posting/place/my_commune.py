"""The page on which a reader has his browser remember his commune, or forget it: one cookie with the commune's code."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from agencies.day import day_of
from posting.place.chosen import COOKIE, LONGEST_ASKED, Chosen, chosen_in, meant
from procedures_catalog.store.filters import PLACE

#: Where to go afterwards, in the address.
BACK = "ve"
LONGEST_BACK = 300
KEPT_SECONDS = 365 * 86_400


@csrf_exempt  # a token would be one more cookie, for a year, of everybody who only looks
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_commune(request: HttpRequest) -> HttpResponse:
    """Shows what is remembered and what `xa` chooses. POST `lam`: "nho" remembers `xa`, "quen" forgets; then it leads
    to `ve`, an address of the portal. What leads nowhere shows the page again, with a sentence."""
    if _is_sent_elsewhere(request):
        return HttpResponseForbidden()
    if request.method != "POST":
        return _page(request, chosen_in(request))
    if request.POST.get("lam") == "quen":
        return _forgotten(request)
    chosen = meant(request.POST.get(PLACE, "").replace("\0", "").strip()[:LONGEST_ASKED], day_of(request))
    return _remembered(request, chosen) if chosen.commune else _page(request, chosen)


def _is_sent_elsewhere(request: HttpRequest) -> bool:
    """Whether a form of another site was sent: browsers say with each POST where it comes from."""
    origin = request.headers.get("Origin", "")
    return request.method == "POST" and bool(origin) and origin.partition("://")[2] != request.get_host()


def _page(request: HttpRequest, chosen: Chosen) -> HttpResponse:
    context: dict[str, Any] = {
        "page": {"title": "Xã, phường của bạn"},
        "chosen": chosen,
        "back": _back(request),
    }
    return render(request, "posting/my_commune.html", context)


def _remembered(request: HttpRequest, chosen: Chosen) -> HttpResponse:
    response = HttpResponseRedirect(_back(request) or _own_page(chosen))
    code = chosen.commune.code if chosen.commune else ""
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(COOKIE, code, KEPT_SECONDS, secure=secure, httponly=True, samesite="Lax")
    return response


def _forgotten(request: HttpRequest) -> HttpResponse:
    response = HttpResponseRedirect(_back(request) or reverse("my_commune"))
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _own_page(chosen: Chosen) -> str:
    return (chosen.commune.url if chosen.commune else "") or reverse("my_commune")


def _back(request: HttpRequest) -> str:
    """An address within the portal; "" for any other."""
    back = (request.POST if request.method == "POST" else request.GET).get(BACK, "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, None)
    return back if is_ours and len(back) <= LONGEST_BACK else ""
