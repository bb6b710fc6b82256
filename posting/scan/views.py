"""The doors for what was scanned or typed: a short code, with or without a paper's tag, and old printed addresses."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from posting.scan.counting import note_scan
from posting.scan.hosts import home_of
from posting.scan.misses import RETRY_AFTER, is_one_miss_too_many
from posting.scan.old_addresses import answer_address
from posting.scan.targets import Target, find_retired, find_target
from procedures_catalog.facts import legacy_addresses
from procedures_catalog.facts.codes import code_typed
from procedures_catalog.facts.short_code import is_well_formed, tidy_short_code
from procedures_catalog.models import ProcedureIdentity
from procedures_catalog.store.addressed import own_code

#: Characters of what was typed or scanned; more is not looked at.
LONGEST_TYPED = 40


@require_safe
def short_address(request: HttpRequest, code: str, tag: str = "") -> HttpResponse:
    """Leads from a printed or typed short code to its procedure, by one redirect, or says with 200 what became of it.

    A mistyped code never leads to another procedure; the tag of a paper never changes where a code leads. A national
    code in its place is taken for what it is.
    """
    national = "" if tag else code_typed(code)
    if national and _is_parted(code):
        return _national_code(request, national)
    code, tag = (tidy_short_code(typed[:LONGEST_TYPED]) for typed in (code, tag))
    target = find_target(code, tag) if is_well_formed(code) else None
    if target is None:
        return _no_short_code(request, code, national)
    _count(request, target)
    return _lead(request, target) if target.path else _tell(request, code, target)


@require_safe
def typed_short_code(request: HttpRequest) -> HttpResponse:
    """The form for a code typed by hand; takes a whole printed address as well."""
    typed = request.GET.get("ma", "").strip()[: legacy_addresses.MAX_LENGTH]
    if legacy_addresses.is_address(typed):
        return _address(request, typed)
    if (base := code_typed(typed)) and _is_parted(typed):
        return _national_code(request, base)
    code = tidy_short_code(typed[:LONGEST_TYPED])
    if code:
        return redirect(reverse("short_address", args=[code]))
    return _form(request, {})


def _is_parted(typed: str) -> bool:
    """Whether there is something between the figures, as in "1.001193"; seven bare ones may be a short code."""
    return len(re.findall(r"[^\W_]+", typed)) > 1


def _national_code(request: HttpRequest, base: str) -> HttpResponse:
    """The procedure that has or had a national code, by its permanent code; none: what the portal says of it."""
    identities = ProcedureIdentity.objects.filter(codes__base=base).order_by("-codes__is_present", "pk")
    short = identities.values_list("short_code", flat=True).first()
    if short:
        return redirect(reverse("short_address", args=[short]))
    return _form(request, {"code": base, "reason": "national"}, status=404)


def _address(request: HttpRequest, typed: str) -> HttpResponse:
    """Answers for an address: one of ours on whatever host, one that another system printed, or none that is known."""
    code, tag = own_code(typed)
    if code:
        return short_address(request, code, tag)
    if answer := answer_address(request, legacy_addresses.normal(typed)):
        return answer
    return _form(request, {"code": typed, "reason": "address"}, status=404)


def _lead(request: HttpRequest, target: Target) -> HttpResponse:
    """One redirect that nobody keeps, since tomorrow the code may lead elsewhere."""
    response = HttpResponseRedirect(home_of(request) + target.path)
    response["Cache-Control"] = "no-store"
    return response


def _tell(request: HttpRequest, code: str, target: Target) -> HttpResponse:
    context = {"short_code": code, "retired": find_retired(target.identity_id)}
    return render(request, "posting/no_page.html", context)


def _count(request: HttpRequest, target: Target) -> None:
    """Counts what a person did: neither a look at the headers alone nor what a browser fetches in advance."""
    in_advance = request.headers.get("Sec-Purpose", "") or request.headers.get("Purpose", "")
    if request.method == "GET" and "prefetch" not in in_advance:
        note_scan(target.identity_id, target.paper_id)


def _no_short_code(request: HttpRequest, code: str, national: str) -> HttpResponse:
    """What was never issued may be a national code without its dot; guessing at short codes is slow all the same."""
    if is_well_formed(code) and is_one_miss_too_many(request):
        response = render(request, "posting/too_many.html", status=429)
        response["Retry-After"] = str(RETRY_AFTER)
        return response
    if national:
        return _national_code(request, national)
    return _unknown(request, code, "unknown" if is_well_formed(code) else "mistyped")


def _unknown(request: HttpRequest, code: str, reason: str) -> HttpResponse:
    return _form(request, {"code": code, "reason": reason}, status=404)


def _form(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, "posting/code_form.html", context, status=status)
