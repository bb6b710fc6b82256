"""What the province says of its own layer: what it replaced today and by which decision, and what is to come."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from procedures_catalog.facts.overlay import (
    PART_LABELS,
    blocks_in_force,
    coming,
    earlier_stay,
    span_of_block,
    with_overlay,
)
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answers import five_answers
from vietnamese.days import last_day, written

Raw = Mapping[str, Any]
_SAYS_ITS_KIND = re.compile(
    r"(?:quyết định|nghị quyết|nghị định|thông tư|công văn|văn bản|kế hoạch|luật)\b", re.IGNORECASE
)
_SIGN = re.compile(r"/(NQ|QĐ|NĐ|TT)(?=-|$|\s)")
_KINDS: Mapping[str, str] = {"NQ": "Nghị quyết", "QĐ": "Quyết định", "NĐ": "Nghị định", "TT": "Thông tư"}
Context = dict[str, Any]

#: Part of the layer → the answers that tell it in a line.
ANSWERS: Mapping[str, tuple[str, ...]] = {"cases": ("papers",), "channels": ("time", "fee"), "results": ("result",)}


def notes_on(overlay: Iterable[Raw], on: date) -> list[Context]:
    """A note of each part that is the province's on a day."""
    return [
        {**_head(block), "text": _plain(block) or "Nội dung ở phần này do tỉnh công bố."}
        for block in blocks_in_force(overlay, on)
    ]


def earlier_notes(overlay: Iterable[Raw], on: date) -> list[Context]:
    """A line for each day before which dossiers were handed in that keep the earlier rule, the latest first: `text`,
    `label` of the parts, and `day`, the last one of that rule."""
    found: dict[date, list[str]] = {}
    for part, day in earlier_stay(overlay, on):
        found.setdefault(day, []).append(PART_LABELS[part])
    return [
        {
            "label": ", ".join(parts),
            "text": f"Hồ sơ nộp trước ngày {written(day)} giải quyết theo quy định cũ.",
            "day": last_day(day),
        }
        for day, parts in sorted(found.items(), reverse=True)
    ]


def coming_notes(overlay: Iterable[Raw], on: date) -> list[Context]:
    """A note of each part that will be the province's on a later day, the next first, with its days in words."""
    return [
        {**_head(block), "text": _plain(block) or _in_a_line(block), "days": span_of_block(block).in_words()}
        for block in coming(overlay, on)
    ]


def _head(block: Raw) -> Context:
    decision = block["value"].get("decision")
    source = document_named(decision) if decision else ""
    return {"part": block["type"], "label": PART_LABELS[block["type"]], "source": source}


def document_named(decision: str) -> str:
    """The document with its kind before it, as its number tells that (Circular 78/2025/TT-BTP on documents' numbers);
    as it was typed where that says the kind itself."""
    if _SAYS_ITS_KIND.match(decision):
        return decision
    kind = _SIGN.search(decision.upper())
    return f"{_KINDS[kind[1]] if kind else 'Quyết định'} {decision}"


def _plain(block: Raw) -> str:
    value = block["value"]["value"]
    return value if isinstance(value, str) else ""


def _in_a_line(block: Raw) -> str:
    """The answers that a part will give from its first day on; "" for one that no answer tells."""
    keys, begins = ANSWERS.get(block["type"], ()), span_of_block(block).begins
    record = with_overlay(ProcedureRecord("", ""), [block], begins) if begins else ProcedureRecord("", "")
    return "; ".join(answer.text for answer in five_answers(record, ()) if answer.key in keys and answer.text)
