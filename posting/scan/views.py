"""The doors for what was scanned or typed: a short code, with or without a paper's tag, and old printed addresses."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agencies.day import UnclearDayError, named_day, with_day
from pages.site.any_day import unclear_day
from posting.scan.counting import note_scan
from posting.scan.hosts import home_of
from posting.scan.misses import RETRY_AFTER, is_one_miss_too_many
from posting.scan.old_addresses import answer_held
from posting.scan.targets import Target, find_retired, find_target
from procedures_catalog.facts import legacy_addresses
from procedures_catalog.facts.in_hand.reading import CODES, PERSONAL, InHand, read
from procedures_catalog.facts.short_code import is_well_formed, tidy_short_code
from procedures_catalog.models import ProcedureIdentity
from procedures_catalog.store.addressed import short_code_of, was_public
from search.question.notices import NOTICES

#: Characters of what was typed or scanned; more is not looked at.
LONGEST_TYPED = 40
#: Letters and figures of what may be a short code with a slip in it.
LONGEST_SLIP = 12


@require_safe
def short_address(request: HttpRequest, code: str, tag: str = "") -> HttpResponse:
    """Leads from a printed or typed short code to its procedure, by one redirect, or says with 200 what became of it.

    A mistyped code never leads to another procedure; the tag of a paper never changes where a code leads. A national
    code in its place is taken for what it is.
    """
    held = read(code)
    if held.kind in PERSONAL:
        return _told(request, held)
    held = InHand() if tag else held
    if held.kind in CODES:
        return _procedure_code(request, held)
    code, tag = (tidy_short_code(typed[:LONGEST_TYPED]) for typed in (held.code or code, tag))
    target = find_target(code, tag) if is_well_formed(code) else None
    if target is None:
        return _no_short_code(request, code)
    _count(request, target)
    return _lead(request, target) if target.path else _tell(request, code, target)


@require_safe
def typed_short_code(request: HttpRequest) -> HttpResponse:
    """The form for a code typed by hand; takes whatever else somebody may hold as well: an address, a national code.
    What is no code at all is looked for."""
    typed = request.GET.get("ma", "").strip()[: legacy_addresses.MAX_LENGTH]
    held = read(typed)
    if held.kind in PERSONAL:
        return _told(request, held)
    if held.kind in CODES:
        return _procedure_code(request, held)
    if held.address:
        return _address(request, held)
    code = held.code if held.kind == "short" else tidy_short_code(typed)
    if not code:
        return _form(request, {})
    if held.may_be_words and ProcedureIdentity.is_issued(code):
        return redirect(reverse("short_address", args=[code]))
    if held.kind == "decision" or not _may_be_a_code(typed, code):
        return redirect(f"{reverse('search')}?{urlencode({'q': typed})}")
    return redirect(reverse("short_address", args=[code]))


def _may_be_a_code(typed: str, tidy: str) -> bool:
    """Whether a text is a short code with a slip in it rather than words."""
    return tidy.isascii() and len(tidy) <= LONGEST_SLIP and (typed.split() == [typed] or any(map(str.isdigit, tidy)))


def _procedure_code(request: HttpRequest, held: InHand) -> HttpResponse:
    """The procedure that has or had a national or a temporary code, by its permanent code; else the way on."""
    if short := short_code_of(Q(codes__base=held.code) & was_public()):
        return redirect(reverse("short_address", args=[short]))
    return _form(request, {"code": held.code, "reason": held.kind}, status=404)


def _address(request: HttpRequest, held: InHand) -> HttpResponse:
    """Answers for an address: one of ours on whatever host, one that another system printed, or none that is known."""
    if held.kind == "short":
        return short_address(request, held.code, held.tag)
    if answer := answer_held(request, held):
        return answer
    return _form(request, {"code": held.address, "reason": "address"}, status=404)


def _told(request: HttpRequest, held: InHand) -> HttpResponse:
    """What somebody's own number is, and where to ask. It is not shown again, and 200 keeps its address out of the
    log of what went wrong."""
    return _form(request, {"notice": NOTICES[held.kind]})


def _lead(request: HttpRequest, target: Target) -> HttpResponse:
    """One redirect that nobody keeps, since tomorrow the code may lead elsewhere; a day that is named goes along."""
    try:
        path = with_day(target.path, named_day(request))
    except UnclearDayError as unclear:
        return unclear_day(request, str(unclear))
    response = HttpResponseRedirect(home_of(request) + path)
    response["Cache-Control"] = "no-store"
    return response


def _tell(request: HttpRequest, code: str, target: Target) -> HttpResponse:
    retired = find_retired(target.identity_id)
    if not retired.was_public:
        return _form(request, {"code": code, "reason": "unknown"}, status=404)
    return render(request, "posting/no_page.html", {"short_code": code, "retired": retired})


def _count(request: HttpRequest, target: Target) -> None:
    """Counts what a person did: neither a look at the headers alone nor what a browser fetches in advance."""
    in_advance = request.headers.get("Sec-Purpose", "") or request.headers.get("Purpose", "")
    if request.method == "GET" and "prefetch" not in in_advance:
        note_scan(target.identity_id, target.paper_id)


def _no_short_code(request: HttpRequest, code: str) -> HttpResponse:
    """Guessing at codes is slow: only what was never issued counts."""
    if is_well_formed(code) and is_one_miss_too_many(request):
        response = render(request, "posting/too_many.html", status=429)
        response["Retry-After"] = str(RETRY_AFTER)
        return response
    return _form(request, {"code": code, "reason": "unknown" if is_well_formed(code) else "mistyped"}, status=404)


def _form(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, "posting/code_form.html", context, status=status)
