"""The way of a set from its first word to its approval: who takes which step, and what a later change undoes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction

from agencies.models import Role, RoleGroup
from agencies.reach import agencies_of, line_of, parents_of_all
from consequences.registry import tell
from procedures_catalog.dated.clashes import clashes
from procedures_catalog.dated.followed import address_followed
from procedures_catalog.dated.own_drafts import has_own_draft
from procedures_catalog.dated.readiness import drafts_of, fees_without_act, said_against
from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.dated.standing import hold_against
from procedures_catalog.dated.steps_noted import note_step
from procedures_catalog.models import ChangeSet
from procedures_catalog.touches import procedures_announcing

#: Roles that take each step for their agencies; every one of them may write.
MAY = {
    "write": (Role.WRITER, Role.CHECKER, Role.PUBLISHER),
    "check": (Role.CHECKER, Role.PUBLISHER),
    "approve": (Role.PUBLISHER,),
}


_CHANGED_SINCE = "Gói vừa được sửa sau khi thẩm định: hãy xem lại, thẩm định lại."
_FOLLOWS = "Gói này lập từ một quyết định và theo quyết định ấy: hãy sửa ở quyết định, gói được lập lại."
_OVERLAPS = "Có chỗ chồng lấn cần xem: hãy xem các dòng cảnh báo rồi đánh dấu “Đã xem”."
_CHANGED_UNSEEN = "Gói vừa được sửa trong lúc bạn đang xem: hãy xem lại nội dung bên dưới rồi bấm lại."


class StepRefused(Exception):  # noqa: N818 - it names what became of the step
    """A step that this person, or a set in this state, may not take; says why in Vietnamese."""


def may(user: Any, step: str, changes: ChangeSet) -> bool:
    """Whether somebody has the role for a step ("write", "check", "approve") on a set."""
    return changes.agency_id in agencies_of(user, MAY[step])


@contextmanager
def writing(key: int, user: Any, moment: datetime) -> Iterator[ChangeSet]:
    """Around whatever alters a set: holds its row, makes the person its author, and takes back an approval or a check
    that the change was not part of. Raises StepRefused."""
    with transaction.atomic():
        changes = _held(key)
        _refuse_unless(may(user, "write", changes), "Bạn không soạn được gói thay đổi của cơ quan này.")
        _refuse_unless(changes.is_open, "Gói thay đổi đã áp dụng hoặc đã bỏ: không sửa được nữa.")
        yield changes
        if _latest(changes) != ("write", user.pk):
            _note(changes, "write", user, moment)
        if changes.state in ("checked", "approved"):
            reopen(changes, user.pk, moment)
        changes.save()


@contextmanager
def writing_by_hand(key: int, user: Any, moment: datetime) -> Iterator[ChangeSet]:
    """The same around what a person writes into it himself; not into one that follows something else. Raises
    StepRefused."""
    with writing(key, user, moment) as changes:
        refuse_following(changes)
        yield changes


def refuse_following(changes: ChangeSet) -> None:
    """Raises StepRefused for a set that follows something else: what is written here the next change there loses."""
    _refuse_unless(not address_followed(changes), _FOLLOWS)


@contextmanager
def taking_out(key: int, user: Any, moment: datetime) -> Iterator[ChangeSet]:
    """The same around whatever takes lines out; of an approved set only by who may approve, as giving it up."""
    with writing_by_hand(key, user, moment) as changes:
        _refuse_unless(may_take_out(user, changes), "Gói đã duyệt: người công bố mới bỏ bớt được.")
        yield changes


def may_take_out(user: Any, changes: ChangeSet) -> bool:
    """Whether somebody may take lines out of a set, or give it up."""
    return may(user, "approve" if changes.state == "approved" else "write", changes)


def submit(key: int, user: Any, moment: datetime) -> ChangeSet:
    """Hands it in to be checked. Raises StepRefused, also for a fee that rests on nothing."""
    with _step(key, user, "write", ("draft",)) as changes:
        _refuse_unless(changes.differences.exists(), "Gói chưa có thay đổi nào.")
        _refuse_said(fees_without_act(changes))
        _move(changes, "submitted", "submit", user, moment)
    return changes


def send_back(key: int, user: Any, moment: datetime, reason: str) -> ChangeSet:
    """Back to those who write. Raises StepRefused, also without a reason."""
    _refuse_unless(bool(reason.strip()), "Hãy ghi lý do trả lại.")
    with _step(key, user, "check", ("submitted", "checked", "approved")) as changes:
        _move(changes, "draft", "return", user, moment, reason)
    return changes


def check(key: int, user: Any, moment: datetime, seen: str | None = None) -> ChangeSet:
    """Found right by somebody else than who handed it in, as its seal says it then; once more where it was changed
    since. `seen` is the seal that his screen showed, None where there was none. Raises StepRefused."""
    with _step(key, user, "check", ("submitted", "checked")) as changes:
        seal = _seal_as_seen(changes, seen)
        _refuse_unless(changes.state == "submitted" or changes.seal != seal, "Gói đã được thẩm định.")
        _refuse_unless(not is_sender(changes, user), "Bạn là người gửi gói này; cần người khác thẩm định.")
        changes.seal = seal
        _move(changes, "checked", "check", user, moment)
    return changes


def approve(
    key: int, user: Any, moment: datetime, on: Any, seen: str | None = None, *, sees_overlaps: bool = False
) -> ChangeSet:
    """Seals the set: it will be applied on its day. `on` is today, `seen` as in `check`; `sees_overlaps`: the person
    says that he has looked at what overlaps with other sets or has moved since it was written. Raises StepRefused for
    whoever wrote in it, before it was checked as it is now where somebody checks, for a day that is over unless the set
    says that it reaches back, for a fee that rests on nothing, where what it begins is not ready to be published, and
    where there are overlaps that nobody has looked at."""
    with _step(key, user, "approve", ("submitted", "checked")) as changes:
        seal = _seal_as_seen(changes, seen)
        against = against_approving(changes, user)
        _refuse_unless(not against, against)
        _refuse_unless(changes.state != "checked" or changes.seal == seal, _CHANGED_SINCE)
        _refuse_unless(
            changes.day >= on or changes.is_retroactive,
            f"Ngày áp dụng {changes.day:%d/%m/%Y} đã qua: hãy sửa ngày, hoặc đánh dấu “hiệu lực hồi tố”.",
        )
        _refuse_said(fees_without_act(changes) or said_against(drafts_of(changes)))
        _refuse_unless(sees_overlaps or not clashes(changes), _OVERLAPS)
        changes.seal, changes.failure = seal, ""
        _looked(changes)
        _move(changes, "approved", "approve", user, moment)
    return changes


def look(key: int, user: Any, moment: datetime) -> ChangeSet:
    """What changed beneath an approved set was looked at, and the set stays as it is. Raises StepRefused."""
    with _step(key, user, "approve", ("approved",)) as changes:
        _looked(changes)
        _note(changes, "look", user, moment)
    return changes


def drop(key: int, user: Any, moment: datetime, reason: str) -> ChangeSet:
    """Gives up what was not applied; an approved one only by who may approve. Raises StepRefused."""
    _refuse_unless(bool(reason.strip()), "Hãy ghi lý do bỏ gói.")
    with _step(key, user, "write", ("draft", "submitted", "checked", "approved")) as changes:
        _refuse_unless(may_take_out(user, changes), "Gói đã duyệt: người công bố mới bỏ được.")
        _move(changes, "dropped", "drop", user, moment, reason)
    return changes


def reopen(changes: ChangeSet, user_id: int | None, moment: datetime, why: str = "") -> None:
    """Takes back the check or the approval of a set that is held in hand: what it covered was changed by an account, or
    by the portal (None), which says why."""
    is_announced = changes.state == "approved"
    changes.state = "submitted"
    changes.save()
    if is_announced:
        tell(ChangeSet, procedures_announcing(changes.pk))
    note_step(changes, "reopen", moment, user_id=user_id, reason=why)


def against_approving(changes: ChangeSet, user: Any) -> str:
    """Why somebody with the role may not approve a set that waits for it, whatever it says; "" for nothing."""
    if user.pk in changes.authors():
        return "Bạn đã sửa trong gói này; cần người khác duyệt."
    if has_own_draft(changes, user):
        return "Trong gói có bản nháp do bạn viết; cần người khác duyệt."
    return "" if changes.state == "checked" or not has_checkers(changes.agency_id) else "Gói chưa được thẩm định."


def is_sender(changes: ChangeSet, user: Any) -> bool:
    """Whether somebody handed a set in last. One query."""
    return bool(user.pk == sender_of(changes))


def sender_of(changes: ChangeSet) -> int | None:
    """The account that handed a set in last. One query."""
    return changes.steps.filter(step="submit").order_by("-pk").values_list("user", flat=True).first()


def has_checkers(agency: int | None) -> bool:
    """Whether anybody checks for an agency or for a superior; elsewhere the way is one step shorter, as it is for
    drafts of pages."""
    line = line_of(agency, parents_of_all()) if agency else []
    groups = RoleGroup.objects.filter(role=Role.CHECKER, agency__in=line)
    return groups.filter(group__user__is_active=True).exists()


# --- Steps ----------------------------------------------------------------------------------------


@contextmanager
def _step(key: int, user: Any, role: str, states: tuple[str, ...]) -> Iterator[ChangeSet]:
    with transaction.atomic():
        changes = _held(key)
        _refuse_unless(may(user, role, changes), "Bạn không có quyền làm việc này với gói thay đổi của cơ quan này.")
        _refuse_unless(
            changes.state in states, f"Gói đang ở trạng thái “{changes.get_state_display()}”: hãy tải lại trang."
        )
        yield changes
        changes.save()


def _seal_as_seen(changes: ChangeSet, seen: str | None) -> str:
    """What the set is now, for who saw the same."""
    seal = seal_of(changes)
    _refuse_unless(seen in (None, seal), _CHANGED_UNSEEN)
    return seal


def _looked(changes: ChangeSet) -> None:
    hold_against(changes)
    changes.is_moved = False


def _held(key: int) -> ChangeSet:
    return ChangeSet.objects.select_for_update().get(pk=key)


def _move(changes: ChangeSet, state: str, step: str, user: Any, moment: datetime, reason: str = "") -> None:
    is_announced = "approved" in (state, changes.state)
    changes.state = state
    if is_announced:
        tell(ChangeSet, procedures_announcing(changes.pk))
    _note(changes, step, user, moment, reason)


def _note(changes: ChangeSet, step: str, user: Any, moment: datetime, reason: str = "") -> None:
    note_step(changes, step, moment, user_id=user.pk, reason=reason)


def _latest(changes: ChangeSet) -> tuple[str, int | None] | None:
    return changes.steps.order_by("-pk").values_list("step", "user").first()


def _refuse_unless(holds: bool, sentence: str) -> None:
    if not holds:
        raise StepRefused(sentence)


def _refuse_said(against: str) -> None:
    _refuse_unless(not against, against)
