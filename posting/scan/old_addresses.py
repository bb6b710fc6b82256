"""Answers for addresses that other systems printed, and for those of the portal that a chat or a sentence spoilt."""

import re
from pathlib import PurePosixPath
from urllib.parse import quote, urlencode

from django.db.models import Exists, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import is_valid_path, reverse
from django.views.defaults import page_not_found

from pages.published import restrictions_above
from posting.place.chosen import LONGEST_ASKED
from posting.scan.hosts import home_of
from procedures_catalog.facts.in_hand.reading import CODES, InHand, read
from procedures_catalog.facts.legacy_addresses import (
    PrintedAddress,
    code_in,
    hyphened_code_in,
    normal,
    without_tail,
)
from procedures_catalog.facts.temporary_code import is_temporary
from procedures_catalog.models import LegacyAddress, ProcedureIdentity
from procedures_catalog.store.addressed import find_printed, wanted, was_public
from procedures_catalog.store.filters import PLACE
from vietnamese.somebodys_numbers import asked_without_numbers


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for addresses that lead nowhere (`handler404`): perhaps another system printed this one, or
    something was hung on behind one of ours."""
    if request.method not in ("GET", "HEAD"):
        return page_not_found(request, exception)
    asked = normal(request.build_absolute_uri())
    answer = answer_address(request, asked) or _mended(request) or _by_own_spelling(request)
    return answer or page_not_found(request, exception)


def answer_held(request: HttpRequest, held: InHand) -> HttpResponse | None:
    """The same for an address that somebody typed or scanned, which may be one of a page of ours."""
    address = normal(held.address)
    if address and (found := find_printed(address)):
        return _led(request, _page_path(wanted(found)), found, status=200)
    if held.slug and (path := _page_path(Q(page__slug=held.slug) & Q(page__live=True))):
        return _redirect(request, path)
    return _by_code(request, held.code, is_ours=bool(held.slug)) if held.code else None


def answer_address(request: HttpRequest, address: PrintedAddress | None) -> HttpResponse | None:
    """One redirect to the procedure, or a page that says which one it was; None for an address that was never loaded
    and carries no code."""
    if address is None or not address.names_something:
        return None
    if found := find_printed(address):
        return _led(request, _page_path(wanted(found)), found, status=200)
    code = code_in(address)
    return _by_code(request, code, is_ours=request.path.startswith(reverse("catalogue"))) if code else None


def _by_code(request: HttpRequest, code: str, is_ours: bool) -> HttpResponse:
    """To the procedure of a code that an address carries; what the portal lacks is no other system's below its own
    catalogue."""
    path = _page_path(_open_with(code) & was_public())
    if not path and is_ours:
        return render(
            request,
            "posting/code_form.html",
            {"code": code, "reason": "temporary" if is_temporary(code) else "national"},
            status=404,
        )
    return _led(request, path, LegacyAddress(code=code), status=404)


def _by_own_spelling(request: HttpRequest) -> HttpResponse | None:
    """A redirect for an address of one of our pages that was cut short or has another end now: its code is in it. One
    that only lacks its last stroke gets that elsewhere."""
    if is_valid_path(f"{request.path}/"):
        return None
    code = hyphened_code_in(request.path)
    below = request.path.startswith(reverse("catalogue"))
    if not code and below and (held := read(PurePosixPath(request.path).name)).kind in CODES:
        code = held.code
    if code and below:
        return _by_code(request, code, is_ours=True)
    path = _page_path(_open_with(code) & Q(page__live=True)) if code else ""
    return _redirect(request, path) if path else None


def _open_with(code: str) -> Q:
    """Whoever guesses codes must not read, in an address, the name of what stands behind a password."""
    return Q(codes__base=code) & ~Q(Exists(restrictions_above("page__path")))


def _led(request: HttpRequest, path: str, said: LegacyAddress, status: int) -> HttpResponse:
    if not path:
        return render(request, "posting/old_address.html", {"old": said}, status=status)
    return _redirect(request, path)


def _redirect(request: HttpRequest, path: str) -> HttpResponse:
    """To a page of ours; of what was asked beside it only the reader's own commune goes along."""
    place = request.GET.get(PLACE, "")[:LONGEST_ASKED]
    query = f"?{urlencode({PLACE: place})}" if place and not asked_without_numbers(place)[1] else ""
    response = HttpResponseRedirect(home_of(request) + path + query)
    response["Cache-Control"] = "no-store"
    return response


def _page_path(meant: Q) -> str:
    """The address of the procedure's page, or of what the portal says in its stead; "" when it holds none."""
    identities = ProcedureIdentity.objects.filter(meant).order_by("-codes__is_present", "pk")
    row = identities.values_list("short_code", "page__slug", "page__live").first()
    if row is None:
        return ""
    short_code, slug, is_live = row
    return reverse("procedure", args=[slug]) if is_live else reverse("short_address", args=[short_code])


def _mended(request: HttpRequest) -> HttpResponse | None:
    """A redirect to the same address without doubled strokes and without signs that a linker took along; None when
    there is nothing to mend."""
    path = re.sub(r"/{2,}", "/", without_tail(request.path))
    if path in (request.path, request.path.rstrip("/")) or not path.startswith("/"):
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(quote(path) + (f"?{query}" if query else ""))
