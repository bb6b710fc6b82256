"""A record that states something in every place, and the same without one of them."""

import dataclasses
from typing import Any

from procedures_catalog.facts.record import (
    Case,
    Channel,
    Fee,
    LegalBasis,
    ProcedureRecord,
    RequiredDocument,
    Step,
    TimeLimit,
)

FULL = ProcedureRecord(
    code="1.100001",
    name="Cấp thẻ thả diều",
    sector="Diều, sáo",
    decision_number="12/QĐ-BVC",
    levels=("commune",),
    kind="detailed",
    steps=(Step("Nộp đơn", "Mang đơn đến quầy."),),
    applicants=("Công dân Việt Nam",),
    executing=("Ủy ban nhân dân cấp xã",),
    competent=("Sở Gió",),
    authorised=("Trung tâm Diều",),
    cooperating=("Công an cấp xã",),
    receiving_address="Số 1 phố Diều",
    results=("Thẻ thả diều",),
    conditions="Có diều.",
    keywords="diều, gió",
    description="Thả diều là thú vui.",
    channels=(Channel("direct", TimeLimit("5", "working_day"), (Fee(50_000, "mỗi thẻ"),), ("Trừ ngày lễ",)),),
    cases=(Case("Cấp mới", (RequiredDocument("Đơn đề nghị", 1),)),),
    legal_bases=(LegalBasis("Luật Diều", "99/2020/QH99"),),
    everyday_names=("làm thẻ diều",),
    online_level="full",
    filing_url="https://nop.example/dieu",
    reason_partial="on_site",
    reason_partial_basis="Điều 7 Luật Diều",
    blanks=("forms.none",),
)
_NOTHING: dict[type, Any] = {str: "", tuple: (), TimeLimit: TimeLimit()}


def without(record: Any, place: str) -> Any:
    """The record, or a row of it, with nothing in one place (as `places.PLACES` writes it)."""
    name, _, inner = place.partition(".")
    value = getattr(record, name)
    nothing = tuple(without(row, inner) for row in value) if inner else _NOTHING.get(type(value))
    if place == "description":
        return dataclasses.replace(record, description="")
    return dataclasses.replace(record, **{name: None if place == "number" else nothing})
