"""Lays a text of the province's own over a part of a procedure."""

from uuid import uuid4

from procedures_catalog.models import ProcedurePage


def overlay(page: ProcedurePage, part: str, value: object) -> None:
    """Over what the page says already, published at once; `value` as the block's form keeps it."""
    block = {
        "type": part,
        "id": str(uuid4()),
        "value": {"value": value, "decision": "", "valid_from": None, "valid_to": None},
    }
    page.overlay = [*page.overlay.raw_data, block]
    page.save()
