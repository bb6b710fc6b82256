"""The public doors of the catalogue: its list and a procedure, of any day."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.views import serve

from agencies.day import another_day, asked_on, day_of
from pages.site.any_day import any_day
from procedures_catalog.any_day.as_of import as_of
from procedures_catalog.store.public import find_catalogue, find_procedure


def _serve(request: HttpRequest, page: Page | None) -> HttpResponse:
    """The page itself; one that is restricted goes through Wagtail's own door, which asks for the password."""
    if page is None:
        raise Http404
    if page.is_restricted and another_day(request):
        return redirect(request.path)  # the other door tells of today alone
    if page.is_restricted:
        return serve(request, request.path.lstrip("/"))
    return page.serve(request)


@any_day
def catalogue(request: HttpRequest) -> HttpResponse:
    """The list of procedures with its filters."""
    return _serve(request, find_catalogue())


@any_day
def procedure(request: HttpRequest, slug: str) -> HttpResponse:
    """One procedure."""
    page = find_procedure(slug)
    if page is not None and not page.is_restricted:
        as_of(page, day_of(request), asked_on(request))
    return _serve(request, page)


@require_safe
@any_day
def sectors(request: HttpRequest) -> HttpResponse:
    """All sectors with their numbers of procedures."""
    return render(request, "procedures_catalog/sectors.html")
