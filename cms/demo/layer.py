"""What the demonstration province says of procedures in place of the state's text: its layer."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from wagtail.blocks import StreamValue

from procedures_catalog.facts.parts.table import OVERLAID
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_object
from procedures_catalog.importing.listing import level_rows
from procedures_catalog.models import CatalogueSettings, ProcedureLevel, ProcedurePage

#: The key under which a procedure of the demonstration has what is the province's own, field by field.
OWN = "Của tỉnh"
#: The province's decision that made it public, and its day.
DECISION, DECIDED = "1907/QĐ-UBND", "28/09/2026"


def parted(raw: Mapping[str, Any]) -> tuple[ReadRow, ReadRow]:
    """The state's part of a procedure, and the province's own, each as a row. ValueError for what cannot be read."""
    official = {name: value for name, value in raw.items() if name != OWN}
    names = {name: raw[name] for name in ("Mã thủ tục", "Tên thủ tục")}
    return _read(official), _read(names | raw.get(OWN, {}))


def _read(raw: Mapping[str, Any]) -> ReadRow:
    row = read_object(1, dict(raw))
    if not isinstance(row, ReadRow):
        raise ValueError(f"Dữ liệu trình diễn có lỗi: {row.complaint}")
    return row


def lay_over(own: Iterable[ReadRow]) -> None:
    """Lays what is the province's own over the pages of these codes."""
    records = {row.base(): row.record for row in own}
    for page in ProcedurePage.objects.filter(code_base__in=records):
        record = records[page.code_base]
        page.overlay = StreamValue(page.overlay.stream_block, list(_blocks(record)), is_lazy=True)
        page.local_decision_number = f"{DECISION} ngày {DECIDED}"
        page.save()
        levels = level_rows(page.pk, record.levels, CatalogueSettings.load())
        ProcedureLevel.objects.bulk_create(levels)


def _blocks(record: ProcedureRecord) -> Iterable[dict[str, Any]]:
    for name, part in OVERLAID.items():
        if value := getattr(record, name):
            said = {"value": part.shape.write(value), "decision": DECISION, "valid_from": None, "valid_to": None}
            yield {"type": name, "value": said, "id": str(uuid4())}
