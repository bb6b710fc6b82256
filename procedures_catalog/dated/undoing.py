"""Takes an applied set back as one: every part says again what it said before, but for what was changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction

from audit.bulk import note
from audit.things import thing
from pages.taking_off import told_as_a_whole
from procedures_catalog.dated.slots import SLOTS
from procedures_catalog.dated.steps import StepRefused, may
from procedures_catalog.dated.steps_noted import note_step
from procedures_catalog.dated.writing import held_pages_of, write_changed
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.models import ChangeSet, DatedDifference, ProcedurePage
from procedures_catalog.versions.because import because


@dataclass(frozen=True, slots=True)
class Later:
    """A part that was changed after the set was applied: undoing leaves it as it is, by name."""

    difference: DatedDifference
    title: str


def changed_later(changes: ChangeSet) -> list[Later]:
    """What undoing an applied set would leave as it is. As many queries as there are kinds of rows."""
    rows = list(changes.differences.select_related("changes").order_by("pk"))
    pages = held_pages_of([row.identity_id for row in rows])
    return [
        Later(row, pages[row.identity_id].title if row.identity_id in pages else "")
        for row in rows
        if row.identity_id not in pages or _has_changed(row, pages[row.identity_id])
    ]


def undo(key: int, user: Any, moment: datetime, reason: str) -> list[Later]:
    """Takes an applied set back in one transaction; gives what was changed since and stays. Raises StepRefused."""
    with transaction.atomic():
        changes = ChangeSet.objects.select_for_update().get(pk=key)
        _refuse(changes, user, reason)
        later = changed_later(changes)
        changes.state = "undone"
        changes.save()  # first: what hears of the pages finds it undone
        note_step(changes, "undo", moment, user_id=user.pk, reason=reason)
        _put_back(changes, {each.difference.pk for each in later})
        note("changes.undo", thing(changes), {"kept": [each.difference.pk for each in later], "reason": reason})
    return later


def _refuse(changes: ChangeSet, user: Any, reason: str) -> None:
    if not may(user, "approve", changes):
        raise StepRefused("Bạn không có quyền hoàn tác gói thay đổi của cơ quan này.")
    if changes.state != "applied":
        raise StepRefused(f"Gói đang ở trạng thái “{changes.get_state_display()}”: không có gì để hoàn tác.")
    if not reason.strip():
        raise StepRefused("Hãy ghi lý do hoàn tác.")


def _has_changed(row: DatedDifference, page: ProcedurePage) -> bool:
    slot = SLOTS[row.part]
    return slot.says(slot.held(page)) != slot.says(row.after)


@because("undone")
def _put_back(changes: ChangeSet, kept: set[int]) -> None:
    by_identity: dict[int, list[DatedDifference]] = {}
    for row in changes.differences.exclude(pk__in=kept).order_by("-pk"):
        by_identity.setdefault(row.identity_id, []).append(row)
    pages = held_pages_of(list(by_identity))

    def change(page: ProcedurePage) -> None:
        for row in by_identity[page.identity_id]:
            if row.part != BEGINS:
                _put_one(row, page)

    write_changed(list(pages.values()), change, source_set=changes.pk, undone=True)
    _take_down([pages[identity] for identity, rows in by_identity.items() if any(row.part == BEGINS for row in rows)])


def _put_one(row: DatedDifference, page: ProcedurePage) -> None:
    """A draft that waits is put back only where it says what the set laid."""
    slot = SLOTS[row.part]
    if slot.says(slot.held(page)) == slot.says(row.after):
        slot.put(page, row.before)


def _take_down(pages: Sequence[ProcedurePage]) -> None:
    for page in pages:
        fresh = ProcedurePage.objects.get(pk=page.pk)
        with told_as_a_whole():
            UnpublishPageAction(fresh, set_expired=False, user=None).execute(skip_permission_checks=True)
