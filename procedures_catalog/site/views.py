"""The public doors of the catalogue: its list and a procedure."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.views import serve

from procedures_catalog.store.public import find_catalogue, find_procedure


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
def sectors(request: HttpRequest) -> HttpResponse:
    """All sectors with their numbers of procedures."""
    return render(request, "procedures_catalog/sectors.html")
