"""Writes what a decision changes into its set, and lets the set follow whatever is changed in the decision later: an
approval covers what was approved and nothing else."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from decisions.changing.planning import Plan
from decisions.changing.standing import Standing, is_over, standing_of
from decisions.models import Decision
from procedures_catalog.dated.own_drafts import note_authors
from procedures_catalog.dated.steps import StepRefused, may, writing
from procedures_catalog.facts.dated.difference import BEGINS, ENDS
from procedures_catalog.facts.dated.part_json import part_to_json
from procedures_catalog.models import ChangeSet, DatedDifference

_LONGEST = 255
STILL_ASKS = "Còn {0} dòng phải hỏi: hãy xem từng dòng trước."
LACKS = "Quyết định còn thiếu: {0}."
KEPT = "Quyết định loại này chỉ được lưu, không đổi gì trên cổng."
OVER = "Quyết định này đã áp dụng, nên không sửa được nữa. Cần sửa thì hoàn tác gói thay đổi trước."


def compose(decision: Decision, user: Any, moment: datetime, on: date) -> ChangeSet:
    """The decision's set with all that it changes, made where there is none, or none any more. Raises StepRefused
    while anything is asked, and for who may not write."""
    standing = standing_of(decision, on)
    _refuse_unfinished(decision, standing)
    with transaction.atomic():
        changes = decision.present_set or _begun(decision, user)
        if changes != decision.changes:
            decision.changes = changes
            decision.save()
        _write(decision, changes.pk, standing.plan, user, moment)
    return changes


def follow(decision: Decision, user: Any, moment: datetime, on: date) -> None:
    """After a change of a decision that has a set: the set says what the decision says now, or nothing while something
    is asked; either way it has to be handed in or approved again. Raises StepRefused where it is over."""
    if (changes := decision.present_set) is None:
        return
    standing = standing_of(decision, on)
    made = standing.plan if standing.is_whole else Plan(changes.day)
    _write(decision, changes.pk, made, user, moment)


def refuse_over(decision: Decision) -> None:
    """Raises StepRefused for a decision that was applied: what it did is undone, not rewritten."""
    if is_over(decision):
        raise StepRefused(OVER)


def _refuse_unfinished(decision: Decision, standing: Standing) -> None:
    if not decision.is_public:
        raise StepRefused(KEPT)
    refuse_over(decision)
    if standing.lacks:
        raise StepRefused(LACKS.format("; ".join(standing.lacks)))
    if standing.asking:
        raise StepRefused(STILL_ASKS.format(len(standing.asking)))


def _begun(decision: Decision, user: Any) -> ChangeSet:
    changes = ChangeSet(agency=decision.agency)
    _name(changes, decision)
    if not may(user, "write", changes):
        raise StepRefused("Bạn không soạn được thay đổi cho cơ quan này.")
    changes.save()
    return changes


def _name(changes: ChangeSet, decision: Decision) -> None:
    changes.title = str(decision)[:_LONGEST]
    changes.decision = decision.number
    changes.is_retroactive = decision.is_retroactive
    changes.agency = decision.agency
    if decision.effective_on:
        changes.day = decision.effective_on


def _write(decision: Decision, key: int, made: Plan, user: Any, moment: datetime) -> None:
    decision.refresh_from_db(fields=["writers"])
    with writing(key, user, moment) as changes:
        note_authors(changes, decision.written_by(), moment)
        _name(changes, decision)
        changes.differences.all().delete()
        DatedDifference.objects.bulk_create(_differences(changes, made), batch_size=200)
    decision.changes = changes  # as it is now, for who has the decision in hand


def _differences(changes: ChangeSet, made: Plan) -> list[DatedDifference]:
    """What says the same as what will stand without it is no difference."""
    return [
        DatedDifference(
            changes=changes,
            identity_id=identity,
            part=part,
            value=part_to_json(part, value),
            against=_against(made, identity, part),
        )
        for identity, values in made.values.items()
        for part, value in values.items()
        if part in (ENDS, BEGINS) or value != getattr(made.against[identity], part)
    ]


def _against(made: Plan, identity: int, part: str) -> Any:
    return None if part in (ENDS, BEGINS) else part_to_json(part, getattr(made.against[identity], part))
