"""What changed, and the ticks that the commune has taken note of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from agencies.models import AdministrativeUnit
from posting.officer.access import for_a_commune
from posting.officer.forms import SeenForm
from posting.officer.morning import count_unseen, mornings, tick
from posting.officer.wall import count_wrong


@for_a_commune
@require_safe
def changes(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """What nobody has ticked yet."""
    listed = mornings(commune)
    context = {
        "mornings": listed,
        "total": count_unseen(commune),
        "latest": max((morning.version for morning in listed), default=0),
        "wrong": count_wrong(commune),
    }
    return render(request, "posting/officer/changes.html", context)


@for_a_commune
@require_POST
def seen(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """POST `version`: the procedure of that version is ticked; with `all`, everything up to that version."""
    form = SeenForm(request.POST)
    if form.is_valid():
        version = form.cleaned_data["version"]
        tick(commune, request.user, version, None if form.cleaned_data["all"] else version)
        messages.success(request, "Đã ghi là đã xem.")
    return redirect("officer_changes")
