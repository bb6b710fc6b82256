"""Applies sets on their day: each all or nothing, in the order of their days; one that fails holds up no other."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from audit.bulk import note
from audit.things import thing
from procedures_catalog.dated.readiness import drafts_of, said_against
from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.dated.slots import SLOTS
from procedures_catalog.dated.steps_noted import note_step
from procedures_catalog.dated.writing import held_pages_of, publish_begun, write_changed
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.models import ChangeSet, DatedDifference, ProcedurePage
from procedures_catalog.versions.because import because

logger = logging.getLogger(__name__)


class CannotApply(Exception):  # noqa: N818 - it names what became of the set
    """Why a set cannot be applied, in Vietnamese; nothing of it was."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a set: `failure` is "" where it was applied."""

    changes: int
    title: str
    failure: str = ""


def apply_due(on: date, moment: datetime) -> list[Applied]:
    """Applies whatever is due on a day, also what was missed while no scheduler ran, the oldest day first.

    Each set is a transaction of its own, so that a kill leaves it before or after. A set waits for an earlier one that
    failed and changes the same part of the same procedure.
    """
    failed: set[tuple[int, str]] = set()
    return [_tried(key, failed, on, moment) for key in list(ChangeSet.objects.due(on).values_list("pk", flat=True))]


def _tried(key: int, failed: set[tuple[int, str]], on: date, moment: datetime) -> Applied:
    try:
        return _applied(key, failed, on, moment)
    except CannotApply as error:
        failure = str(error)
    except Exception as error:
        logger.exception("A set of dated changes could not be applied: %s", key)
        failure = f"Lỗi phần mềm ({type(error).__name__}): báo người vận hành."
    return _note_failure(key, failed, failure, moment)


def _applied(key: int, failed: Iterable[tuple[int, str]], on: date, moment: datetime) -> Applied:
    with transaction.atomic():
        changes = ChangeSet.objects.select_for_update().get(pk=key)
        if changes.state != "approved" or changes.day > on:  # another scheduler was faster
            return Applied(key, changes.title)
        _refuse_what_waits(changes, failed)
        changes.state, changes.applied_at, changes.failure, changes.is_moved = "applied", moment, "", False
        changes.save()  # first: what hears of the pages finds it applied
        _lay(changes)
        note_step(changes, "apply", moment)
        note("changes.apply", thing(changes), {"day": changes.day.isoformat(), "decision": changes.decision})
    return Applied(key, changes.title)


def _refuse_what_waits(changes: ChangeSet, failed: Iterable[tuple[int, str]]) -> None:
    if changes.seal != seal_of(changes):
        raise CannotApply("Nội dung gói không còn đúng như khi duyệt: phải duyệt lại.")
    if set(failed) & set(changes.differences.values_list("identity", "part")):
        raise CannotApply("Một gói trước đó đổi cùng phần này chưa áp dụng được: phải áp dụng gói ấy trước.")


@because("decision")
def _lay(changes: ChangeSet) -> None:
    """Lays every difference on its page, and keeps beside it what stood there before and after."""
    rows = list(changes.differences.select_related("changes").order_by("pk"))
    by_identity: dict[int, list[DatedDifference]] = {}
    for row in rows:
        by_identity.setdefault(row.identity_id, []).append(row)
    pages = held_pages_of(list(by_identity))
    _refuse_missing(by_identity, pages)
    begun = _publish_new(changes, by_identity)
    kept = {page.pk: page for identity, page in pages.items() if identity not in begun}

    def change(page: ProcedurePage) -> None:
        for row in by_identity[page.identity_id]:
            _lay_one(row, page, keeps=kept.get(page.pk) is page)

    write_changed(list(kept.values()), change, source_set=changes.pk, decision=changes.decision)
    DatedDifference.objects.bulk_update(rows, ["before", "after"], batch_size=200)


def _lay_one(row: DatedDifference, page: ProcedurePage, *, keeps: bool) -> None:
    slot = SLOTS[row.part]
    before = slot.held(page)
    if row.part != BEGINS or keeps:  # a draft that waits goes on waiting
        slot.lay(page, row.as_difference())
    if keeps:
        row.before = row.before if row.before is not None else before
        row.after = slot.held(page)


def _refuse_missing(by_identity: dict[int, list[DatedDifference]], pages: dict[int, ProcedurePage]) -> None:
    gone = by_identity.keys() - pages.keys()
    if gone:
        raise CannotApply(f"{len(gone)} thủ tục trong gói đã bị xóa khỏi danh mục: hãy bỏ các dòng ấy khỏi gói.")


def _publish_new(changes: ChangeSet, by_identity: dict[int, list[DatedDifference]]) -> set[int]:
    """What is to begin says what its newest draft says, which is the one that was approved, and whatever else the set
    lays on it: all in one revision, so that citizens find one version. Gives the identities of what was published."""
    drafts = drafts_of(changes)
    if unready := said_against(drafts):
        raise CannotApply(unready)
    for identity, draft in drafts.items():
        for row in by_identity[identity]:
            _lay_one(row, draft, keeps=True)
        draft.live = False  # until it is published
        publish_begun(draft, source_set=changes.pk, decision=changes.decision)
    return set(drafts)


def _note_failure(key: int, failed: set[tuple[int, str]], failure: str, moment: datetime) -> Applied:
    """Keeps why, once for each reason, and what must wait for it."""
    with transaction.atomic():
        changes = ChangeSet.objects.select_for_update().get(pk=key)
        if changes.failure != failure:
            changes.failure = failure
            changes.save()
            note_step(changes, "fail", moment, reason=failure)
        failed.update(changes.differences.values_list("identity", "part"))
    return Applied(key, changes.title, failure)
