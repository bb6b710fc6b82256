"""Doors for citizens: the list of agencies and one agency's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from agencies.day import day_of
from agencies.models import Agency
from agencies.models.agency import AgencyKind
from agencies.site import present
from agencies.site.agency_page import agency_page
from agencies.store.places import find_places
from vietnamese.somebodys_numbers import asked_without_numbers

#: Longer than any unit's name; what follows is not looked at.
LONGEST_QUERY = 150


def agency_index(request: HttpRequest) -> HttpResponse:
    """All agencies in force today in groups, and the communes that `q` asks for by an old or a new name."""
    query, on = request.GET.get("q", "").strip()[:LONGEST_QUERY], day_of(request)
    query, told = asked_without_numbers(query)
    agencies = list(Agency.objects.in_force(on))
    committees = {agency.unit_id: agency for agency in agencies if agency.kind == AgencyKind.COMMUNE_COMMITTEE}
    context = {
        "page": {"title": "Cơ quan, đơn vị"},
        "groups": present.groups(agencies),
        "query": query,
        "told": told,
        "places": present.places(find_places(query, on), committees),
    }
    return render(request, "agencies/agency_index_page.html", context)


def agency_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One agency; one that has ended stays readable and names its successor."""
    agency = get_object_or_404(Agency.objects.select_related("parent", "unit"), slug=slug)
    return render(request, "agencies/agency_page.html", agency_page(agency, day_of(request)))
