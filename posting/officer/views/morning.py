"""What changed, and the ticks that the commune has taken note of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from agencies.day import asked_at, asked_on
from agencies.models import AdministrativeUnit
from posting.officer.access import for_a_commune
from posting.officer.forms import SeenForm
from posting.officer.morning import Bulletin, tick, tick_all
from posting.officer.wall import count_wrong

ON_A_PAGE = 50


@for_a_commune
@require_safe
def changes(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """What nobody has ticked yet, `?page=` of it."""
    bulletin = Bulletin(commune, asked_at(request))
    page = Paginator(list(bulletin.procedures), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "unread_changes": bulletin.unread_changes(list(page.object_list)),
        "total": page.paginator.count,
        "newest": max(bulletin.procedures.values(), default=0),
        "catalogues": bulletin.catalogues(),
        "wrong": count_wrong(commune, asked_on(request)),
    }
    return render(request, "posting/officer/changes.html", context)


@for_a_commune
@require_POST
def tick_as_read(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """POST `version`, once or for each procedure on the screen: they are ticked; with `all`, everything up to it."""
    form = SeenForm(request.POST)
    if form.is_valid():
        bulletin, versions = Bulletin(commune, asked_at(request)), form.cleaned_data["version"]
        if form.cleaned_data["all"]:
            tick_all(bulletin, request.user, max(versions))
        else:
            tick(bulletin, request.user, versions)
        messages.success(request, "Đã ghi là đã xem.")
    return redirect("officer_changes")
