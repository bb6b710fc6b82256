"""The communes' layer in the public API: what one commune notes on one procedure."""

from datetime import date
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.errors import HttpError

from agencies.day import day_of
from agencies.store.places import commune_by_code
from posting.notes.shown import note_at
from procedures_catalog.site.api import procedure_of
from procedures_catalog.site.api_shapes import Problem

router = Router(tags=["Thủ tục"])


class CommuneNoteLine(Schema):
    """A commune's own note: plain text, the layer that it is of, the day of its publication."""

    layer: Literal["commune"]
    text: str
    published_on: date


class InCommune(Schema):
    """A procedure in one commune; `note` is null where the commune has published none."""

    procedure: str
    commune: str
    commune_name: str
    note: CommuneNoteLine | None


@router.get(
    "/procedures/{code}/communes/{commune}",
    response={200: InCommune, 404: Problem},
    summary="Một thủ tục ở một xã, phường: ghi chú của xã",
)
def procedure_in_commune(request: HttpRequest, code: str, commune: str) -> dict[str, Any]:
    """What a commune (by its five digits) says of a procedure (by any of its codes) beside the official text."""
    page, unit = procedure_of(code), commune_by_code(commune[:5], day_of(request)) if len(commune) == 5 else None
    if page is None or unit is None:
        raise HttpError(404, "Không có thủ tục hoặc xã, phường này.")
    note = note_at(page.identity_id, unit.code)
    line = {"layer": "commune", "text": note.text, "published_on": note.day} if note else None
    return {"procedure": page.code, "commune": unit.code, "commune_name": unit.name, "note": line}
