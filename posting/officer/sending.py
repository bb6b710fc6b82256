"""Sends an officer's wish to the printer and leads on: to the PDF when it is there, to its progress when it is not."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from agencies.models import AdministrativeUnit
from posting.jobs import start_job
from posting.models import PrintJob
from posting.printing.complaint import CannotPrintError
from search.query import MAX_CHARACTERS


def sent(
    request: HttpRequest, commune: AdministrativeUnit, kind: str, wanted: dict[str, Any], at_once: bool = False
) -> PrintJob | None:
    """The job that was begun (with `at_once` it is over); None when nothing can be printed, as the next page says."""
    try:
        return start_job(request.user, kind, wanted, commune, at_once=at_once)
    except CannotPrintError as complaint:
        messages.error(request, str(complaint))
        return None


def sent_sheet(request: HttpRequest, commune: AdministrativeUnit, kind: str, code: str) -> PrintJob | None:
    """The sheet of one procedure, to be handed to somebody who waits for it."""
    return sent(request, commune, kind, {"selection": {"codes": [code]}, "purpose": "handed"}, at_once=True)


def to_the_pdf(job: PrintJob) -> HttpResponse:
    """The PDF itself when it is there, else the page that shows how far it is."""
    return redirect("officer_file" if job.state == "done" else "officer_job", job.pk)


def list_of(text: str) -> str:
    """The address of what is found for a text; of the empty search box for an empty one."""
    desk = reverse("officer_desk")
    return f"{desk}?{urlencode({'q': text[:MAX_CHARACTERS]})}" if text.strip() else desk
