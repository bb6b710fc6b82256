"""What a page of the catalogue holds, as a record: its official layer, and the layer that citizens are shown.

The page type uses these functions itself, so they know it only as a Page with a procedure's attributes.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from wagtail.models import Page

from procedures_catalog import streams
from procedures_catalog.overlay import with_overlay
from procedures_catalog.record import LegalBasis, ProcedureRecord


def official_record(page: Page) -> ProcedureRecord:
    """The facts of the page's own columns, without the province's layer."""
    agencies = list(page.agencies.all())
    return ProcedureRecord(
        code=page.code,
        name=page.official_name,
        field=page.field.name if page.field else "",
        decision_number=page.decision_number,
        levels=tuple(row.level for row in page.levels.all() if row.layer == page.layer),
        kind=page.kind,
        steps=streams.steps_from_stream(page.steps.raw_data),
        applicants=tuple(row.kind.name for row in page.applicants.all()),
        executing=_names(agencies, "executing"),
        competent=_names(agencies, "competent"),
        authorised=_names(agencies, "authorised"),
        cooperating=_names(agencies, "cooperating"),
        receiving_address=page.receiving_address,
        results=streams.texts_from_stream(page.results.raw_data),
        conditions=page.conditions,
        keywords=page.keywords,
        description=page.description,
        channels=streams.channels_from_stream(page.channels.raw_data),
        cases=streams.cases_from_stream(page.cases.raw_data),
        legal_bases=tuple(LegalBasis(row.title, row.number) for row in page.legal_bases.all()),
        everyday_names=page.everyday_list,
        online_level=page.online_level,
        filing_url=page.filing_url,
        source_was_nfc=page.source_was_nfc,
        original_wordings=tuple(page.original_wordings.items()),
    )


def _names(agencies: Iterable[Any], role: str) -> tuple[str, ...]:
    rows = (row for row in agencies if row.role == role)
    return tuple(row.name or (row.registered.name if row.registered else "") for row in rows)


def effective_record(page: Page, on: datetime.date) -> ProcedureRecord:
    """The facts that hold here on a day: the official ones with the province's layer over them."""
    return with_overlay(official_record(page), page.overlay.raw_data, on.isoformat())
