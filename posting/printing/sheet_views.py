"""One procedure's sheet without a row in the ledger: what a citizen prints at home."""

from dataclasses import replace
from datetime import date, datetime
from typing import cast
from zlib import crc32

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from agencies.day import another_day, asked_at, asked_on, day_of, with_day
from agencies.models import AdministrativeUnit
from agencies.store.places import commune_by_code
from pages.models import PortalSettings
from pages.site.any_day import any_day
from pages.site.sites import portal_of
from paper.make import sheets_pdf
from posting.notes.shown import Note, note_at
from posting.place.chosen import chosen_in
from posting.place.commune_place import handed_in_at
from posting.place.place import counter_of, header_of
from posting.printing.edition import Edition, code_of, current_edition, effective_of, stamp_of
from posting.printing.sheet_content import sheet_of
from procedures_catalog.any_day.as_of import as_of
from procedures_catalog.facts.held import effective_record
from procedures_catalog.known_offices import directory_for
from procedures_catalog.models import ProcedurePage
from procedures_catalog.page_context import forms_of
from procedures_catalog.store.public import find_procedure
from vietnamese.days import written

KINDS = ("short", "full", "large")
#: Long enough for a queue at a counter, short enough for a correction made meanwhile.
KEPT_SECONDS = 600


@require_safe
@any_day
def procedure_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """`?loai=short|full|large`, the short one by default, `xa` for the counter of the reader's own commune, `ngay` for
    another day; 404 for a procedure that not everybody may read. Where nothing of a day can be told, the page says so.
    """
    page = find_procedure(slug)
    kind = request.GET.get("loai", "") or KINDS[0]
    if page is None or page.is_restricted or kind not in KINDS:
        raise Http404
    another = another_day(request)
    if another:
        return _sheet_of_another_day(request, page, kind, another)
    pdf = _kept_pdf(page, kind, portal_of(request), asked_at(request), day_of(request), _unit_chosen(request))
    return pdf_answer(page, pdf)


def _unit_chosen(request: HttpRequest) -> AdministrativeUnit | None:
    chosen = chosen_in(request).commune
    return commune_by_code(chosen.code, asked_on(request)) if chosen else None


def _sheet_of_another_day(request: HttpRequest, page: ProcedurePage, kind: str, on: date) -> HttpResponse:
    """Says on top of which day it speaks; the counter of the chosen commune and its address are said to be today's."""
    version = as_of(page, on, asked_on(request))
    if page.not_told:
        return redirect(with_day(page.get_url(), on))
    record, portal = effective_record(page, on), portal_of(request)
    edition = Edition(version.pk, version.number) if version else None
    stamp = stamp_of(asked_at(request), "", edition, effective_of(page, record))
    now = asked_on(request)
    unit, code = _unit_chosen(request), code_of(page.identity.short_code)
    counter, known = counter_of(unit, now), directory_for(on, now)
    header, forms = header_of(unit, handed_in_at(page, unit, counter, on, now), portal), forms_of([record], on)
    note = note_at(page.identity_id, unit.code) if unit else None
    sheet = sheet_of(page, record, forms, on, header, code, stamp, counter, known, note)
    said = " ".join(filter(None, (f"Nội dung áp dụng ngày {written(on)}.", sheet.state)))
    return pdf_answer(page, sheets_pdf([replace(sheet, state=said)], kind))  # type: ignore[arg-type]


def pdf_answer(page: ProcedurePage, pdf: bytes) -> HttpResponse:
    """A sheet, to be shown by the browser under the name of its procedure."""
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="phieu-{page.slug}.pdf"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _kept_pdf(
    page: ProcedurePage,
    kind: str,
    portal: PortalSettings,
    moment: datetime,
    on: date,
    unit: AdministrativeUnit | None,
) -> bytes:
    """The PDF, made anew for each change, each day and, at the latest, every ten minutes."""
    changed = page.last_published_at.timestamp() if page.last_published_at else 0
    note = note_at(page.identity_id, unit.code) if unit else None
    noted = crc32(f"{note.label}{note.text}".encode()) if note else 0
    key = f"posting.sheet.{portal.site_id}.{page.pk}.{kind}.{changed}.{on}.{unit.pk if unit else 0}.{noted}"
    kept = cache.get_or_set(key, lambda: loose_sheet(page, kind, portal, moment, on, unit, note), KEPT_SECONDS)
    return cast(bytes, kept)  # a cache says of nothing what it holds


def loose_sheet(
    page: ProcedurePage,
    kind: str,
    portal: PortalSettings,
    moment: datetime,
    on: date,
    unit: AdministrativeUnit | None = None,
    note: Note | None = None,
) -> bytes:
    """The PDF of what a page that comes from `public.with_everything` says on a day, printed at a moment, for a commune
    where there is one, with its note; writes nothing."""
    counter = counter_of(unit, on)
    record = effective_record(page, on)
    stamp = stamp_of(moment, "", current_edition(page.identity_id), effective_of(page, record))
    code = code_of(page.identity.short_code)
    header, forms = header_of(unit, handed_in_at(page, unit, counter, on), portal), forms_of([record], on)
    sheet = sheet_of(page, record, forms, on, header, code, stamp, counter, directory_for(on, on), note)
    return sheets_pdf([sheet], kind)  # type: ignore[arg-type]
