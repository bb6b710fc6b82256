"""Chooses the commune to work for, where somebody may work for several."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from agencies.day import asked_on
from posting.officer.access import for_officers
from posting.officer.communes import CHOSEN, communes_of
from vietnamese.order import sort_key


@for_officers
@require_http_methods(["GET", "HEAD", "POST"])
def choose_commune(request: HttpRequest) -> HttpResponse:
    """The list of communes; POST `commune`, an id of the list. Anything else shows the list again."""
    communes = {str(unit.pk): unit for unit in communes_of(request.user, asked_on(request))}
    chosen = communes.get(request.POST.get("commune", ""))
    if chosen:
        request.session[CHOSEN] = chosen.pk
        return redirect("officer_desk")
    listed = sorted(communes.values(), key=lambda unit: sort_key(unit.name))
    context = {"communes": listed, "is_missing": request.method == "POST"}
    return render(request, "posting/officer/communes.html", context)
