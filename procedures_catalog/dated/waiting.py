"""For whom a set waits: which step is next, who may take it, and what to do where nobody may."""

from collections.abc import Sequence
from dataclasses import dataclass

from agencies.reach import accounts_for
from procedures_catalog.dated.own_drafts import writers_of_drafts
from procedures_catalog.dated.steps import MAY, has_checkers, sender_of
from procedures_catalog.models import ChangeSet

_STEPS = {"check": "thẩm định", "approve": "duyệt"}
_NAMED = 4
_WHO = "Chờ {step}. Làm được: {names}."
_NOT_OWN = {
    "check": " Người đã gửi gói không tự thẩm định.",
    "approve": " Người đã lập, soạn, sửa, xác nhận điều gì trong gói hay quyết định không tự duyệt.",
}
_NOBODY = (
    "Chờ {step}, nhưng hiện không ai làm được: ai có vai trò ấy cũng đã soạn, sửa hay gửi gói này. Hãy nhờ người quản "
    "trị tài khoản cử người thay, hoặc giao vai trò cho người chưa viết gì ở đây; gói vẫn giữ nguyên trong lúc chờ."
)


@dataclass(frozen=True, slots=True)
class Waits:
    """`sentence` says who takes the next step; `is_stuck` that nobody may."""

    sentence: str
    is_stuck: bool = False


def waits_for(changes: ChangeSet, seal: str) -> Waits | None:
    """None where nothing is waited for. `seal` is the set's as it is now. Some queries, and a few for each draft of
    somebody who might approve."""
    step = _next(changes, seal)
    if step is None:
        return None
    accounts = list(accounts_for(changes.agency_id, MAY[step]))
    barred = _barred(changes, step, [account.pk for account in accounts])
    named = [account.get_full_name() or account.get_username() for account in accounts if account.pk not in barred]
    if not named:
        return Waits(_NOBODY.format(step=_STEPS[step]), is_stuck=True)
    return Waits(_WHO.format(step=_STEPS[step], names=_said(named)) + _NOT_OWN[step])


def _next(changes: ChangeSet, seal: str) -> str | None:
    if changes.state == "checked":
        return "approve" if changes.seal == seal else "check"
    if changes.state == "submitted":
        return "check" if has_checkers(changes.agency_id) else "approve"
    return None


def _barred(changes: ChangeSet, step: str, accounts: Sequence[int]) -> set[int]:
    """Those who have a hand in it already."""
    if step == "check":
        return {account for account in (sender_of(changes),) if account is not None}
    return changes.authors() | writers_of_drafts(changes, accounts)


def _said(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" và người khác" if len(names) > _NAMED else "")
