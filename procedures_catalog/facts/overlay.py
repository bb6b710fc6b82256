"""The province's layer: which parts of the national text it replaces, for how long, and by which decision."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from procedures_catalog.facts import streams
from procedures_catalog.facts.dated_fees import channels_on
from procedures_catalog.facts.record import ProcedureRecord

Raw = Mapping[str, Any]

#: Part of the record → how its overlay block is read.
PARTS: Mapping[str, Callable[[Any], Any]] = {
    "receiving_address": str,
    "executing": streams.texts_from_stream,
    "competent": streams.texts_from_stream,
    "channels": streams.channels_from_stream,
    "cases": streams.cases_from_stream,
    "steps": streams.steps_from_stream,
    "conditions": str,
    "results": streams.texts_from_stream,
}
PART_LABELS: Mapping[str, str] = {
    "receiving_address": "Nơi nộp",
    "executing": "Cơ quan thực hiện",
    "competent": "Cơ quan có thẩm quyền",
    "channels": "Thời hạn, phí",
    "cases": "Thành phần hồ sơ",
    "steps": "Trình tự",
    "conditions": "Yêu cầu, điều kiện",
    "results": "Kết quả",
}


def in_force(overlay: Iterable[Raw], day: str) -> Sequence[Raw]:
    """The blocks of an overlay that hold on a day (ISO; a block's last day included)."""
    return [block for block in overlay if _holds(block["value"], day)]


def _holds(value: Raw, day: str) -> bool:
    """Dates are ISO texts in the database, and dates of Python in a form that is being previewed; str() is ISO."""
    return str(value.get("valid_from") or "") <= day <= str(value.get("valid_to") or "9999-12-31")


def with_overlay(record: ProcedureRecord, overlay: Iterable[Raw], day: str) -> ProcedureRecord:
    """The record with each part replaced that the province has its own text for on that day, and that day's fees."""
    parts = {block["type"]: PARTS[block["type"]](block["value"]["value"]) for block in in_force(overlay, day)}
    here = dataclasses.replace(record, **parts)
    return dataclasses.replace(here, channels=channels_on(here.channels, day))
