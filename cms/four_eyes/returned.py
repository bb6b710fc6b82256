"""A draft is sent back with a reason, and the reason goes by letter to all who wrote it.

Wagtail lets the reason be empty, and writes to who handed it in alone; whoever else wrote at it is to know as well.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import CharField, Textarea
from wagtail.admin.mail import WorkflowStateRejectionEmailNotifier
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, WorkflowState
from wagtail.signals import workflow_rejected

from cms.models import Editor
from pages.four_eyes.authors import authors_of


class _ToAuthors(WorkflowStateRejectionEmailNotifier):
    """Wagtail's letter, to others."""

    def get_recipient_users(self, workflow_state: WorkflowState, **kwargs: Any) -> set[Editor]:
        """All who wrote what was sent back, but who handed it in and who sends it back."""
        row: Any = workflow_state.content_object
        user = kwargs.get("user")
        others = authors_of(row, row.latest_revision_id) - {workflow_state.requested_by_id, user and user.pk}
        return set(Editor.objects.filter(pk__in=others))


class _ReasonForm(TaskStateCommentForm):
    """Wagtail's form of a step, where words must be written."""

    comment = CharField(label="Cần sửa gì, vì sao", widget=Textarea(attrs={"rows": 4}))


class NoReasonError(PermissionDenied):
    """A draft would be sent back without a word."""


def _form_for(task: AbstractGroupApprovalTask, action: str) -> type[Any]:
    return _ReasonForm if action == "reject" else TaskStateCommentForm


def _on_action(task: AbstractGroupApprovalTask, task_state: Any, user: Any, action_name: str, **more: Any) -> None:
    """Whatever way leads here, a reason is there."""
    if action_name == "reject" and not str(more.get("comment", "")).strip():
        raise NoReasonError("Chưa trả lại: hãy ghi cần sửa gì, vì sao.")
    super(AbstractGroupApprovalTask, task).on_action(task_state, user, action_name, **more)


_OWN = {"get_form_for_action": _form_for, "on_action": _on_action}
_to_authors = _ToAuthors()


def connect() -> None:
    """Starts asking and writing; connecting twice changes nothing. A kind of step says itself what form it has; no
    setting does."""
    for name, method in _OWN.items():
        setattr(AbstractGroupApprovalTask, name, method)
    workflow_rejected.connect(_to_authors, sender=WorkflowState, dispatch_uid="cms.four_eyes.returned")
