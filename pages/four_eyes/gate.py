"""The one gate that every publication passes: nobody publishes or approves a change of his own.

Whatever screen, bulk action, hour, workflow or interface publishes does it by Wagtail's `PublishRevisionAction`, and
what people approve by `TaskState.approve`; neither has a setting or a signal in time. Who acts is who is named there,
and who is signed in: code that forgets to name somebody does not come past the gate. Commands and hours that were
approved act for the portal.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import AbstractGroupApprovalTask, PagePermissionTester, Revision, TaskState

from audit.acting import somebody
from pages.four_eyes.authors import has_own_change, is_own
from pages.four_eyes.swaps import has_swapped, swapped_after

OWN_CHANGE = "Bạn là người sửa bản này; cần người khác công bố."
OWN_APPROVAL = "Bạn là người sửa bản này; cần người khác duyệt."

_alone: ContextVar[int | None] = ContextVar("pages.four_eyes.alone", default=None)


class RefusedError(PermissionDenied):
    """Somebody may not do something now, and the sentence says why."""


class OwnChangeError(RefusedError):
    """Somebody would publish or approve what he wrote."""


class NotReadyError(RefusedError):
    """Somebody would publish what is not what it was chosen to be, such as complete."""


class FileSwappedError(RefusedError):
    """Somebody would publish files that nobody has seen in the draft."""


@contextmanager
def alone(revision: int) -> Iterator[None]:
    """Inside, this one revision may be published by who wrote it; whoever enters keeps a record of it."""
    token = _alone.set(revision)
    try:
        yield
    finally:
        _alone.reset(token)


def refuse_own(row: Any, revision: int, user: Any, sentence: str) -> None:
    """OwnChangeError where somebody who acts wrote what a revision would make public, or put a file beneath it;
    FileSwappedError where a file was put there since it was saved."""
    if _alone.get() == revision:
        return
    acting = who_acts(user)
    if any(is_own(row, revision, account) or has_swapped(row, revision, account) for account in acting):
        raise OwnChangeError(sentence)
    if acting and (said := swapped_after(row, revision)):
        raise FileSwappedError(said)


def against(draft: Any) -> str:
    """What a text in hand says itself against being published, be it by a page type's `against_publishing`; "" for
    nothing."""
    asked = getattr(draft, "against_publishing", None)
    return str(asked()) if asked else ""


def refuse_unready(draft: Any, user: Any) -> None:
    """NotReadyError where somebody acts and the text says something against it. What the portal publishes by itself
    was approved when it was ready, or is the state's."""
    if who_acts(user) and (said := against(draft)):
        raise NotReadyError(said)


def refusal_of(row: Any, revision: int, user: Any) -> str:
    """Why somebody may not make a revision public; "" for who may."""
    try:
        refuse_own(row, revision, user, OWN_CHANGE)
        if hasattr(row, "against_publishing"):
            refuse_unready(Revision.objects.get(pk=revision).as_object(), user)
    except RefusedError as refused:
        return str(refused)
    return ""


def who_acts(user: Any) -> set[int]:
    """The accounts that act here: who is named, and who has signed in. None where the portal acts for itself."""
    way = somebody()
    named = user.pk if user else None
    return {account for account in (named, way.actor().key if way else None) if account is not None}


# --- In Wagtail -----------------------------------------------------------------------------------

Method = Callable[..., Any]


def _guarded_execute(own: Method) -> Method:
    def execute(action: PublishRevisionAction, skip_permission_checks: bool = False) -> Any:
        """Publishes or fixes the hour of what is ready, for whoever did not write it."""
        refuse_own(action.object, action.revision.pk, action.user, OWN_CHANGE)
        refuse_unready(action.object, action.user)
        return own(action, skip_permission_checks)

    return execute


def _guarded_approve(own: Method) -> Method:
    def approve(state: TaskState, user: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Approves the newest text, which is the one that will be published."""
        row: Any = state.workflow_state.content_object
        refuse_own(row, row.latest_revision_id, user, OWN_APPROVAL)
        return own(state, user, *args, **kwargs)

    return approve


def _guarded_actions(own: Method) -> Method:
    def get_actions(task: AbstractGroupApprovalTask, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Without approving, for who wrote it: sending back is left."""
        actions = own(task, obj, user)
        return [each for each in actions if each[0] != "approve"] if actions and has_own_change(obj, user) else actions

    return get_actions


def _nothing_begins_public(_tester: PagePermissionTester) -> bool:
    """A page that is made, copied or mirrored at the desk begins as a draft, which another publishes."""
    return False


_GUARDS: tuple[tuple[type, str, Callable[[Method], Method]], ...] = (
    (PublishRevisionAction, "execute", _guarded_execute),
    (TaskState, "approve", _guarded_approve),
    (AbstractGroupApprovalTask, "get_actions", _guarded_actions),
    (PagePermissionTester, "can_publish_subpage", lambda _own: _nothing_begins_public),
)


def connect() -> None:
    """Puts up the gate; twice changes nothing."""
    for kind, name, guard in _GUARDS:
        if getattr(kind, name).__module__ != __name__:
            setattr(kind, name, guard(getattr(kind, name)))
