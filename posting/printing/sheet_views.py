"""One procedure's sheet without a row in the ledger: what a citizen prints at home."""

from datetime import date, datetime
from typing import cast

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from agencies.day import asked_at, day_of
from agencies.models import AdministrativeUnit
from agencies.store.places import commune_by_code
from pages.models import PortalSettings
from pages.site.sites import portal_of
from paper.make import sheets_pdf
from posting.place.chosen import chosen_in
from posting.place.place import counter_of, header_of
from posting.printing.edition import code_of, current_edition, effective_of, stamp_of
from posting.printing.sheet_content import sheet_of
from procedures_catalog.facts.held import effective_record
from procedures_catalog.models import ProcedurePage
from procedures_catalog.page_context import forms_of
from procedures_catalog.store.public import find_procedure

KINDS = ("short", "full", "large")
#: Long enough for a queue at a counter, short enough for a correction made meanwhile.
KEPT_SECONDS = 600


@require_safe
def procedure_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """`?loai=short|full|large`, the short one by default, `xa` for the counter of the reader's own commune; 404 for a
    procedure that not everybody may read."""
    page = find_procedure(slug)
    kind = request.GET.get("loai", "") or KINDS[0]
    if page is None or page.is_restricted or kind not in KINDS:
        raise Http404
    chosen = chosen_in(request).commune
    unit = commune_by_code(chosen.code, day_of(request)) if chosen else None
    pdf = _kept_pdf(page, kind, portal_of(request), asked_at(request), day_of(request), unit)
    return pdf_answer(page, pdf)


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
    key = f"posting.sheet.{portal.site_id}.{page.pk}.{kind}.{changed}.{on}.{unit.pk if unit else 0}"
    kept = cache.get_or_set(key, lambda: loose_sheet(page, kind, portal, moment, on, unit), KEPT_SECONDS)
    return cast(bytes, kept)  # a cache says of nothing what it holds


def loose_sheet(
    page: ProcedurePage,
    kind: str,
    portal: PortalSettings,
    moment: datetime,
    on: date,
    unit: AdministrativeUnit | None = None,
) -> bytes:
    """The PDF of what a page that comes from `public.with_everything` says on a day, printed at a moment, for a commune
    where there is one; writes nothing."""
    counter = counter_of(unit, on)
    record = effective_record(page, on)
    stamp = stamp_of(moment, "", current_edition(page.identity_id), effective_of(page, record))
    code = code_of(page.identity.short_code)
    sheet = sheet_of(page, record, forms_of([record], on), on, header_of(unit, counter, portal), code, stamp, counter)
    return sheets_pdf([sheet], kind)  # type: ignore[arg-type]
