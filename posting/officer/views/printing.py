"""Boards, posters, labels, books and many sheets: what to print, how far it is, the PDF, and that it hangs."""

from datetime import date

from csp.decorators import csp_exempt
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agencies.day import asked_at, asked_on
from agencies.models import AdministrativeUnit
from posting.jobs import job_file, take_up_lost
from posting.ledger.papers import hang
from posting.models import PrintJob
from posting.officer.access import for_a_commune
from posting.officer.forms import PaperForm, SpotForm, first_complaint
from posting.officer.jobs import can_hang, progress_of, recent_jobs
from posting.officer.sending import send_to_printer
from posting.rules.kinds import PAPER_KINDS

#: In the order in which communes need them.
ORDER = ("board", "poster", "labels", "book", "short", "full", "large")


@for_a_commune
@require_http_methods(["GET", "HEAD", "POST"])
def choose_paper(request: HttpRequest, commune: AdministrativeUnit, kind: str = ORDER[0]) -> HttpResponse:
    """The form for one kind of paper; POST begins to print."""
    if kind not in PAPER_KINDS:
        raise Http404
    form = PaperForm(
        kind,
        commune,
        asked_on(request),
        request.POST or None,
        initial={"which": "commune", "size": PAPER_KINDS[kind].sizes[0]},
    )
    if form.is_valid() and (job := send_to_printer(request, commune, kind, form.wanted())):
        return redirect("officer_job", job.pk)
    context = {
        "form": form,
        "kind": kind,
        "label": PAPER_KINDS[kind].label,
        "kinds": {key: PAPER_KINDS[key] for key in ORDER},
    }
    return render(request, "posting/officer/paper.html", context)


@for_a_commune
@require_safe
def jobs(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """What the commune printed lately."""
    return render(request, "posting/officer/jobs.html", {"jobs": recent_jobs(commune)})


@for_a_commune
@require_safe
def job(request: HttpRequest, commune: AdministrativeUnit, pk: int) -> HttpResponse:
    """How far a printing is; when it is over, its PDF and the button that says where it hangs."""
    take_up_lost()
    found = get_object_or_404(PrintJob, pk=pk, unit=commune)
    context = {
        "job": found,
        "progress": progress_of(found, asked_at(request)),
        "can_hang": can_hang(found),
        "is_cut_up": PAPER_KINDS[found.kind].is_cut_up,
        "form": SpotForm(),
    }
    return render(request, "posting/officer/job.html", context)


@csp_exempt()  # a browser's own viewer of PDF files breaks under a policy that lets no object in
@for_a_commune
@require_safe
def file(request: HttpRequest, commune: AdministrativeUnit, pk: int) -> HttpResponse | FileResponse:
    """The PDF, to be shown and printed by the browser; for this commune's officers alone."""
    found = get_object_or_404(PrintJob, pk=pk, unit=commune)
    try:
        opened = job_file(found).open("rb")
    except FileNotFoundError:
        messages.error(request, "Tệp này đã được dọn; hãy in lại.")
        return redirect("officer_job", pk)
    return FileResponse(opened, filename=f"in-{pk}.pdf", content_type="application/pdf")


@for_a_commune
@require_POST
def hang_all(request: HttpRequest, commune: AdministrativeUnit, pk: int) -> HttpResponse:
    """POST `spot`: all papers of a printing hang there from today."""
    found, form = get_object_or_404(PrintJob, pk=pk, unit=commune), SpotForm(request.POST)
    if not form.is_valid():
        messages.error(request, first_complaint(form))
        return redirect("officer_job", pk)
    try:
        _hang_papers(found, asked_on(request), form.cleaned_data["spot"])
    except ValidationError as complaint:
        messages.error(request, " ".join(complaint.messages))
        return redirect("officer_job", pk)
    messages.success(request, "Đã ghi vào sổ niêm yết.")
    return redirect("officer_ledger")


def _hang_papers(job: PrintJob, on: date, spot: str) -> None:
    with transaction.atomic():
        for paper in job.papers.filter(hung_on__isnull=True, ended_on__isnull=True):
            hang(paper, on, spot=spot)
