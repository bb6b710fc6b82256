"""Sends to the printer what an officer wants, and leads on: to the PDF when it is there, else to its progress."""

import logging
from typing import Any
from urllib.parse import urlencode

from csp.decorators import csp_exempt
from django.contrib import messages
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from agencies.day import asked_at, asked_on
from agencies.models import AdministrativeUnit
from pages.models import PortalSettings
from posting.jobs import start_job
from posting.models import PrintJob
from posting.printing.sheet_views import loose_sheet, pdf_answer
from posting.rules.refusal import CannotPrintError
from posting.rules.selection import Selection
from posting.selection.choosing import choose
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.public import with_everything
from search.question.query import MAX_CHARACTERS

logger = logging.getLogger(__name__)


def send_to_printer(
    request: HttpRequest, commune: AdministrativeUnit, kind: str, wanted: dict[str, Any]
) -> PrintJob | None:
    """The job that was begun; None when nothing can be printed, as the next page says."""
    try:
        return start_job(request.user, kind, wanted, asked_at(request), commune)
    except CannotPrintError as complaint:
        messages.error(request, str(complaint))
        return None


def handed_sheet(request: HttpRequest, commune: AdministrativeUnit, kind: str, code: str) -> HttpResponseBase | None:
    """The sheet of one procedure (its permanent short code) for somebody who stands at the counter; None when there is
    none, as the next page says. Where the server can keep neither file nor row, the sheet comes without them."""
    try:
        job = _kept_sheet(request, commune, kind, code)
        return to_the_pdf(job) if job else _unkept_sheet(request, commune, kind, code)
    except CannotPrintError as complaint:
        messages.error(request, str(complaint))
        return None


def _kept_sheet(request: HttpRequest, commune: AdministrativeUnit, kind: str, code: str) -> PrintJob | None:
    """The sheet in the ledger and as a file; None when one of both cannot be written. Raises CannotPrintError."""
    wanted = {"selection": {"codes": [code]}, "purpose": "handed"}
    try:
        job = start_job(request.user, kind, wanted, asked_at(request), commune, at_once=True)
    except Error as error:
        logger.warning("Không ghi được lần in phiếu lẻ, phiếu không vào sổ: %s", error)
        return None
    return job if job.state == "done" else None


def _unkept_sheet(request: HttpRequest, commune: AdministrativeUnit, kind: str, code: str) -> HttpResponseBase:
    chosen = choose(Selection(codes=(code,)), asked_on(request))[0]
    page = with_everything(ProcedurePage.objects.filter(pk=chosen.page)).get()
    portal = PortalSettings.of_main_site()
    pdf = loose_sheet(page, kind, portal, asked_at(request), asked_on(request), commune)
    # A browser's own viewer of PDF files breaks under a policy that lets no object in.
    return csp_exempt()(lambda _request: pdf_answer(page, pdf))(request)


def to_the_pdf(job: PrintJob) -> HttpResponse:
    """The PDF itself when it is there, else the page that shows how far it is."""
    return redirect("officer_file" if job.state == "done" else "officer_job", job.pk)


def list_of(text: str) -> str:
    """The address of what is found for a text; of the empty search box for an empty one."""
    desk = reverse("officer_desk")
    return f"{desk}?{urlencode({'q': text[:MAX_CHARACTERS]})}" if text.strip() else desk
