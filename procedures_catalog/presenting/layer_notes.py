"""What the province says of its own layer: what it replaced today and by which decision, and what is to come."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from procedures_catalog.facts.dated.said_anew import FACTS, Fact, said_anew, set_by
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

#: Part of the layer, or fact of one → the answers that tell it in a line.
ANSWERS: Mapping[str, tuple[str, ...]] = {
    "cases": ("papers",),
    "channels": ("time", "fee"),
    "channels.time": ("time",),
    "channels.fee": ("fee",),
    "results": ("result",),
}


def notes_on(overlay: Iterable[Raw], on: date, official: ProcedureRecord | None = None) -> list[Context]:
    """A note of each part that is the province's on a day; with the `official` text beneath, of a part that tells
    several facts one for each document that set some, with what those are called."""
    layer = list(overlay)
    return [
        {**_head(block), "label": label, "text": _plain(block) or "Nội dung ở phần này do tỉnh công bố."}
        for held in blocks_in_force(layer, on)
        for label, block in _set(held, layer, on, official)
    ]


def _set(held: Raw, layer: Sequence[Raw], on: date, official: ProcedureRecord | None) -> list[tuple[str, Raw]]:
    """What a block that holds says of the province's own, by the blocks that said so first."""
    part = held["type"]
    if part not in FACTS or official is None:
        return [(PART_LABELS[part], held)]
    facts = {fact: block for fact, block in set_by(part, official, layer, on).items() if block}
    blocks = [block for block in layer if any(block is each for each in facts.values())]
    return [(_labels(fact for fact in facts if facts[fact] is block), block) for block in blocks]


def _labels(facts: Iterable[Fact]) -> str:
    """ "Thời hạn; phí, lệ phí": in one line."""
    first, *others = (fact.label for fact in facts)
    return "; ".join([first, *(f"{label[:1].lower()}{label[1:]}" for label in others)])


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


def coming_notes(overlay: Iterable[Raw], on: date, official: ProcedureRecord | None = None) -> list[Context]:
    """A note of each part that will be the province's on a later day, the next first, with its days in words; with the
    `official` text beneath, of what will be otherwise than just before."""
    layer = list(overlay)
    return [_coming(block, _anew(block, layer, official)) for block in coming(layer, on)]


def _anew(block: Raw, layer: Sequence[Raw], official: ProcedureRecord | None) -> tuple[Fact, ...]:
    part = block["type"]
    if part not in FACTS:
        return ()
    return (official and said_anew(block, official, layer)) or FACTS[part]


def _coming(block: Raw, facts: Sequence[Fact]) -> Context:
    is_all = len(facts) == len(FACTS.get(block["type"], ()))
    return {
        **_head(block),
        **({} if is_all else {"label": _labels(facts)}),
        "text": _plain(block) or _in_a_line(block, facts),
        "days": span_of_block(block).in_words(),
        "day": begins.isoformat() if (begins := span_of_block(block).begins) else "",
        "successors": [],
    }


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


def _in_a_line(block: Raw, facts: Sequence[Fact]) -> str:
    """The answers that a part, or some facts of it, will give from its first day on; "" where no answer tells them."""
    names = [fact.name for fact in facts] or [block["type"]]
    keys, begins = [key for name in names for key in ANSWERS.get(name, ())], span_of_block(block).begins
    record = with_overlay(ProcedureRecord("", ""), [block], begins) if begins else ProcedureRecord("", "")
    return "; ".join(answer.text for answer in five_answers(record, ()) if answer.key in keys and answer.text)
