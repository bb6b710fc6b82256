"""The commune's ledger: what is wrong on the walls, and the ticks that it was put right."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from agencies.day import asked_at, asked_on
from agencies.models import AdministrativeUnit
from posting.ledger.papers import hang, replace, take_down
from posting.models import PostedPaper
from posting.officer.access import for_a_commune
from posting.officer.forms import SpotForm, first_complaint
from posting.officer.reprinting import replacements, reprints
from posting.officer.sending import send_to_printer
from posting.officer.wall import incomplete, paper_of, right_papers, to_replace, waiting_papers
from posting.statistics.alarms import silent_papers

ON_A_PAGE = 50


@for_a_commune
@require_safe
def ledger(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """The wrong papers first, then what lacks something, what is to be hung, and what is right, `?page=` of them."""
    on = asked_on(request)
    wrong, lacking = to_replace(commune, on), incomplete(commune, on)
    meant = [line.replacement.pk for line in (*wrong, *lacking) if line.replacement]
    context = {
        "wrong": wrong,
        "incomplete": lacking,
        "waiting": waiting_papers(commune, asked_at(request)).exclude(pk__in=meant),
        "right": Paginator(right_papers(commune, on), ON_A_PAGE).get_page(request.GET.get("page")),
        "silent": {alarm.paper.pk for alarm in silent_papers(on, commune)},
    }
    return render(request, "posting/officer/ledger.html", context)


@for_a_commune
@require_POST
def print_all(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """Prints what is to replace all wrong papers that have no replacement yet."""
    waiting = [line.wrong.paper for line in to_replace(commune, asked_on(request)) if line.replacement is None]
    return _printed(request, commune, waiting)


@for_a_commune
@require_POST
def print_again(request: HttpRequest, commune: AdministrativeUnit, tag: str) -> HttpResponse:
    """Prints one paper anew: the same procedures for the same place."""
    return _printed(request, commune, [paper_of(commune, tag, asked_on(request))])


def _printed(request: HttpRequest, commune: AdministrativeUnit, papers: list[PostedPaper]) -> HttpResponse:
    due = reprints(papers, asked_on(request))
    jobs = [send_to_printer(request, commune, reprint.kind, reprint.wanted) for reprint in due]
    begun = [job for job in jobs if job]
    if not jobs:
        messages.error(request, "Không có gì để in: mọi thủ tục trên tờ đều đã hết, chỉ cần gỡ tờ xuống.")
    if not begun:
        return redirect("officer_ledger")
    return redirect("officer_job", begun[0].pk) if len(begun) == 1 else redirect("officer_jobs")


@for_a_commune
@require_POST
def hang_paper(request: HttpRequest, commune: AdministrativeUnit, tag: str) -> HttpResponse:
    """POST `spot`: the paper hangs there from today."""
    on, form = asked_on(request), SpotForm(request.POST)
    paper = paper_of(commune, tag, on)
    if not form.is_valid():
        messages.error(request, first_complaint(form))
        return redirect("officer_ledger")
    spot = form.cleaned_data["spot"]
    return _ticked(request, lambda: hang(paper, on, spot), f"Đã ghi: tờ {paper.tag} đang treo.")


@for_a_commune
@require_POST
def replace_paper(request: HttpRequest, commune: AdministrativeUnit, tag: str) -> HttpResponse:
    """The new paper that was printed for this one hangs in its place from today."""
    on = asked_on(request)
    paper = paper_of(commune, tag, on)
    new = replacements(commune).get(paper.tag)
    if new is None:
        messages.error(request, "Chưa in tờ thay thế cho tờ này.")
        return redirect("officer_ledger")
    said = f"Đã thay tờ {paper.tag} bằng tờ {new.tag}."
    return _ticked(request, lambda: replace(paper, new, on, by=request.user), said)


@for_a_commune
@require_POST
def take_paper_down(request: HttpRequest, commune: AdministrativeUnit, tag: str) -> HttpResponse:
    """The paper hangs no more."""
    on = asked_on(request)
    paper = paper_of(commune, tag, on)
    return _ticked(request, lambda: take_down(paper, on, by=request.user), f"Đã ghi: tờ {paper.tag} đã gỡ.")


def _ticked(request: HttpRequest, tick: Callable[[], None], said: str) -> HttpResponse:
    """Does it and says so, or says why it cannot be."""
    try:
        tick()
    except ValidationError as complaint:
        messages.error(request, " ".join(complaint.messages))
    else:
        messages.success(request, said)
    return redirect("officer_ledger")
