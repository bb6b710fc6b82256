"""The first screen: type, Enter, print."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from agencies.day import asked_at, asked_on
from agencies.models import AdministrativeUnit
from posting.officer.access import for_a_commune
from posting.officer.finding import find_procedures
from posting.officer.forms import SHEETS, SheetForm
from posting.officer.overview import overview
from posting.officer.sending import handed_sheet, list_of


@for_a_commune
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponseBase:
    """GET the search box over what waits to be done, with `?q=` what was found. POST `q` prints the short sheet at once
    when one procedure is clearly meant, else goes to the list."""
    typed = request.POST.get("q", "") or request.GET.get("q", "")
    if not typed.strip():
        return render(request, "posting/officer/desk.html", overview(request.user, commune, asked_at(request)))
    finding = find_procedures(typed, asked_on(request))
    if request.method != "POST":
        context = {"finding": finding, "query": finding.text, "sheets": SHEETS}
        return render(request, "posting/officer/results.html", context)
    sheet = handed_sheet(request, commune, "short", finding.clear) if finding.clear else None
    return sheet or redirect(list_of(finding.text))


@for_a_commune
@require_POST
def print_sheet(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponseBase:
    """POST `code` (a permanent short code) and `kind` (a key of SHEETS): the sheet; `q` leads back to the list."""
    form = SheetForm(request.POST)
    back = list_of(request.POST.get("q", ""))
    if not form.is_valid():
        return redirect(back)
    sheet = handed_sheet(request, commune, form.cleaned_data["kind"], form.cleaned_data["code"])
    return sheet or redirect(back)
