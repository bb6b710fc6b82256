"""Who else may take a step on what somebody wrote himself, and the way on where nobody else may.

A step of a review of which every account has written by now would be taken by nobody any more. It is passed on to the
next: who publishes reads the text of all of them, so that of every word there is another pair of eyes
(docs/decisions/0065).
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.messages import info
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.log_actions import LogActionRegistry, log
from wagtail.models import AbstractGroupApprovalTask, Page, Task, TaskState, WorkflowTask

from cms.access.walls.wrapping import wrap
from cms.models import Editor
from pages.desk.workflow import workflow_of
from pages.four_eyes.authors import authors_of, has_own_change
from pages.four_eyes.gate import OWN_APPROVAL, OWN_CHANGE

#: What the form sends, what its button says, and what the history calls it.
PASS_ON, LABEL, PASSED_ON = "pass_on", "Chuyển người công bố xem", "portal.pass_on"
_OTHERS = " Làm được: {names}."
_WAY_ON = (
    " Ở bước này không còn ai khác. Bấm “{label}”: {names} xem cả phần bạn sửa rồi công bố, nên chữ của ai cũng có "
    "người khác xem."
)
_NOBODY = (
    " Hiện không có ai khác làm được: hãy nhờ người quản trị tài khoản cử người thay, hoặc giao vai trò cho người chưa "
    "sửa bản này."
)
_NAMED = 4


def others_at(task: Any, row: Any) -> QuerySet[Editor]:
    """The accounts that may take a step of a review on what waits, and wrote none of it. The authors are read by three
    queries at most."""
    authors = authors_of(row, row.latest_revision_id) if row.latest_revision_id else frozenset()
    found = Editor.objects.filter(groups__in=task.groups.all(), is_active=True).exclude(pk__in=authors)
    return found.distinct().order_by("last_name", "first_name", "username")


def _waited_for(others: QuerySet[Editor], task: Any) -> QuerySet[Editor]:
    """Without who helps for the whole portal: as where nobody of an agency checks, he is not waited for."""
    of_agency = Q(groups__role_group=None) | Q(groups__role_group__agency__isnull=False)
    return others.filter(of_agency, groups__in=task.groups.all())


def may_pass_on(task: Any, row: Any, user: Any) -> bool:
    """Whether somebody who might take this step but wrote what waits hands it on: nobody else is waited for, and
    somebody may take the next step."""
    if not has_own_change(row, user) or (following := _next(task, row)) is None:
        return False
    return not _waited_for(others_at(task, row), task).exists() and others_at(following, row).exists()


def pass_on(state: TaskState, user: Any) -> None:
    """The step is left to the next one; the history says by whom."""
    row: Any = state.workflow_state.content_object
    with transaction.atomic():
        state.status, state.finished_at, state.finished_by = TaskState.STATUS_SKIPPED, timezone.now(), user
        state.save()
        log(instance=row, action=PASSED_ON, user=user, revision=row.latest_revision)
        state.workflow_state.update(user=user)


def _next(task: Any, row: Any) -> Any:
    """The step behind this one, None for the last."""
    state = row.current_workflow_state
    if state is None:
        return None
    steps = WorkflowTask.objects.filter(workflow=state.workflow_id, task__active=True).order_by("sort_order")
    numbers = list(steps.values_list("task", flat=True))
    behind = numbers[numbers.index(task.pk) + 1 :] if task.pk in numbers else []
    return Task.objects.get(pk=behind[0]).specific if behind else None


# --- Above the form -------------------------------------------------------------------------------


def say_whose_it_is(request: HttpRequest, page: Page) -> None:
    """Who might publish or approve but wrote this reads why there is no button for it, who may, and what to do where
    nobody else may."""
    if request.method == "GET" and page.latest_revision_id and (said := _why_not(page, request.user)):
        info(request, said)


def _why_not(page: Any, user: Any) -> str:
    """ "" for who might do neither, or wrote nothing of it."""
    task = page.current_workflow_task
    is_asked = task is not None and bool(task.get_actions(page, user))
    may_publish = page.permissions_for_user(user).may_publish()
    if not (is_asked or may_publish) or not has_own_change(page, user):
        return ""
    sentence = OWN_CHANGE if may_publish else OWN_APPROVAL
    if is_asked and may_pass_on(task, page, user):
        return sentence + _WAY_ON.format(label=LABEL, names=_names(others_at(_next(task, page), page)))
    step = task or _last_step(page)
    others = others_at(step, page) if hasattr(step, "groups") else Editor.objects.none()
    return sentence + (_OTHERS.format(names=said) if (said := _names(others)) else _NOBODY)


def _last_step(page: Page) -> Any:
    """Who may publish where nothing was handed in; None where no workflow says."""
    workflow = workflow_of(page)
    last = workflow.workflow_tasks.filter(task__active=True).order_by("-sort_order").first() if workflow else None
    return last.task.specific if last else None


def names_at(task: Any) -> str:
    """Who may take a step of a review, whatever they wrote; "" for a step that no groups take. One query."""
    if not hasattr(task, "groups"):
        return ""
    found = Editor.objects.filter(groups__in=task.groups.all(), is_active=True).distinct()
    return _names(found.order_by("last_name", "first_name", "username"))


def _names(editors: QuerySet[Editor]) -> str:
    named: Sequence[str] = [editor.named() for editor in editors[: _NAMED + 1]]
    return ", ".join(named[:_NAMED]) + (" và người khác" if len(named) > _NAMED else "")


# --- In Wagtail -----------------------------------------------------------------------------------

Method = Callable[..., Any]


def _with_the_way_on(own: Method) -> Method:
    def get_actions(task: AbstractGroupApprovalTask, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Adds the button."""
        actions = own(task, obj, user)
        return [*actions, (PASS_ON, LABEL, False)] if actions and may_pass_on(task, obj, user) else actions

    return get_actions


def _passing_on(own: Method) -> Method:
    def on_action(task: AbstractGroupApprovalTask, task_state: Any, user: Any, action_name: str, **more: Any) -> Any:
        """What the button does; whoever sends it has found it there."""
        return pass_on(task_state, user) if action_name == PASS_ON else own(task, task_state, user, action_name, **more)

    return on_action


def connect() -> None:
    """Adds the way on to Wagtail's steps; connecting twice changes nothing."""
    wrap(AbstractGroupApprovalTask, "get_actions", _with_the_way_on)
    wrap(AbstractGroupApprovalTask, "on_action", _passing_on)


def name_in_the_log(actions: LogActionRegistry) -> None:
    """How the history calls it."""
    actions.register_action(
        PASSED_ON, LABEL, "Đã chuyển cho người công bố xem: ở bước này ai cũng đã sửa bản này, không còn ai khác duyệt"
    )
