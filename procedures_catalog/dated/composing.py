"""Writes differences into a set: of parts that may be changed, against what will stand on the set's day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from procedures_catalog.dated.announced import record_on
from procedures_catalog.dated.standing import earlier
from procedures_catalog.dated.steps import StepRefused, refuse_following
from procedures_catalog.facts.dated.difference import BEGINS, ENDS, LABELS, Ending
from procedures_catalog.facts.dated.part_json import part_to_json
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.overlay import with_overlay
from procedures_catalog.facts.parts.table import PARTS
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.models import ChangeSet, DatedDifference, ProcedurePage

#: Columns of a page that a difference changes in another way than by the record.
_BESIDE = frozenset({ENDS, BEGINS})


def put(changes: ChangeSet, page: ProcedurePage, values: Mapping[str, Any]) -> None:
    """Writes what parts of a procedure will say (part → value) into a set that somebody holds (`steps.writing`), in
    the place of what the set said of them. Raises StepRefused for a part that is not the province's to change, and for
    a set that follows something else."""
    refuse_following(changes)
    record = standing(page, changes)
    for part, value in values.items():
        _refuse_unless_changeable(page, part)
        against = None if part in _BESIDE else part_to_json(part, getattr(record, part))
        DatedDifference.objects.update_or_create(
            changes=changes,
            identity_id=page.identity_id,
            part=part,
            defaults={"value": part_to_json(part, value), "against": against},
        )


def standing(page: ProcedurePage, changes: ChangeSet) -> ProcedureRecord:
    """What will stand on a set's day without it: the page, and whatever was approved to come before it. One query
    beside the page's own."""
    return record_on(page, earlier([page.identity_id], changes).get(page.identity_id, ()), changes.day)


def differences_between(public: ProcedurePage, draft: ProcedurePage, on: date) -> tuple[dict[str, Any], list[str]]:
    """What a draft says otherwise than the public page, as values of parts, and the labels of what it changes that no
    difference can; `on` is the day for which both are read."""
    before, after = (
        with_overlay(official_record(page), page.overlay.raw_data, on) for page in (public, draft)
    )  # with the numbers of shared amounts, which go on being shared
    changed = [part.name for part in PARTS if not _same(part.name, before, after)]
    values = {name: getattr(after, name) for name in changed if may_change(public, name)}
    values |= _ending(public, draft)
    left = [part.label for part in PARTS if part.name in changed and part.name not in values]
    return values, left


def may_change(page: ProcedurePage, part: str) -> bool:
    """Whether a part is the province's to change: a national procedure keeps the state's name."""
    return part in LABELS and (part != "name" or page.layer == "local")


def _same(name: str, before: ProcedureRecord, after: ProcedureRecord) -> bool:
    return bool(getattr(before, name) == getattr(after, name))


def _ending(public: ProcedurePage, draft: ProcedurePage) -> dict[str, Any]:
    if draft.valid_to is None or draft.valid_to == public.valid_to:
        return {}
    successor = draft.successor.identity_id if draft.successor else None
    return {ENDS: Ending(draft.ending_decision, (successor,) if successor else ())}


def _refuse_unless_changeable(page: ProcedurePage, part: str) -> None:
    if not may_change(page, part):
        label = LABELS.get(part, part)
        raise StepRefused(f"“{label}” của thủ tục do trung ương công bố: không hẹn ngày đổi ở đây được.")
