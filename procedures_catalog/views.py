"""The public doors of the catalogue: its list, a procedure, and the permanent short addresses."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.views import serve

from procedures_catalog.models import ProcedureIdentity
from procedures_catalog.public import find_catalogue, find_procedure
from procedures_catalog.short_code import is_well_formed, tidy_short_code


def _serve(request: HttpRequest, page: Page | None) -> HttpResponse:
    """The page itself; one that is restricted goes through Wagtail's own door, which asks for the password."""
    if page is None:
        raise Http404
    if page.is_restricted:
        return serve(request, request.path.lstrip("/"))
    return page.serve(request)


def catalogue(request: HttpRequest) -> HttpResponse:
    """The list of procedures with its filters."""
    return _serve(request, find_catalogue())


def procedure(request: HttpRequest, slug: str) -> HttpResponse:
    """One procedure."""
    return _serve(request, find_procedure(slug))


@require_safe
def short_address(request: HttpRequest, code: str) -> HttpResponse:
    """Leads from a printed or typed short code to its procedure; a mistyped code never leads to another one."""
    code = tidy_short_code(code[:40])
    if not is_well_formed(code):
        return _unknown(request, code, "mistyped")
    identity = ProcedureIdentity.objects.filter(short_code=code).select_related("page").first()
    if identity is None:
        return _unknown(request, code, "unknown")
    page = getattr(identity, "page", None)
    if page is None or not page.live:
        return _unknown(request, code, "removed")
    return redirect(page.get_url())


def typed_short_code(request: HttpRequest) -> HttpResponse:
    """The form for a code typed by hand."""
    code = tidy_short_code(request.GET.get("ma", "")[:40])
    if code:
        return redirect(reverse("short_address", args=[code]) if code.isalnum() else reverse("typed_short_code"))
    return render(request, "procedures_catalog/short_code_unknown.html", {"code": "", "reason": ""})


def _unknown(request: HttpRequest, code: str, reason: str) -> HttpResponse:
    context = {"code": code, "reason": reason}
    return render(
        request, "procedures_catalog/short_code_unknown.html", context, status=410 if reason == "removed" else 404
    )
