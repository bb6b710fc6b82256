"""Sheets put aside, to be printed together."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from agencies.models import AdministrativeUnit
from posting.officer.access import for_a_commune
from posting.officer.forms import SheetForm
from posting.officer.queue import put_aside, sheets_by_kind, shown, take_out
from posting.officer.sending import list_of, send_to_printer, to_the_pdf


@for_a_commune
@require_safe
def queue(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """What waits."""
    return render(request, "posting/officer/queue.html", {"sheets": shown(request.user)})


@for_a_commune
@require_POST
def put_in_queue(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """POST `code` and `kind`; `q` leads back to the list."""
    form = SheetForm(request.POST)
    if form.is_valid():
        said, level = put_aside(request.user, **form.cleaned_data)
        messages.add_message(request, level, said)
    return redirect(list_of(request.POST.get("q", "")))


@for_a_commune
@require_POST
def remove(request: HttpRequest, commune: AdministrativeUnit, pk: int) -> HttpResponse:
    """Takes one sheet out; one that is somebody else's is not there."""
    take_out(request.user, pk=pk)
    return redirect("officer_queue")


@for_a_commune
@require_POST
def empty(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """Takes all out."""
    take_out(request.user)
    return redirect("officer_queue")


@for_a_commune
@require_POST
def print_all(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """One PDF for each kind of sheet, two-sided; what is printed leaves the queue."""
    jobs = []
    for kind, rows in sheets_by_kind(request.user).items():
        codes = [row.identity.short_code for row in rows]
        wanted = {"selection": {"codes": codes}, "purpose": "handed", "two_sided": True}
        if job := send_to_printer(request, commune, kind, wanted):
            jobs.append(job)
            take_out(request.user, pk__in=[row.pk for row in rows])
    if not jobs:
        return redirect("officer_queue")
    return to_the_pdf(jobs[0]) if len(jobs) == 1 else redirect("officer_jobs")
