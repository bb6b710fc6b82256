"""The talk between an author and a reviewer: what was asked for, what was done, and the buttons in a useful order."""

from typing import Any

from django.contrib.messages import add_message, get_messages
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    WorkflowMenuItem,
)
from wagtail.models import Page, WorkflowState

from cms.four_eyes.second_pair import PASS_ON
from pages.four_eyes.authors import has_own_change

SENT_BACK = WorkflowState.STATUS_NEEDS_CHANGES

# --- On the form ----------------------------------------------------------------------------------


def show_what_is_asked(request: HttpRequest, page: Page) -> None:
    """The reviewer's words stand above the form of a page that was sent back."""
    state = page.current_workflow_state if request.method == "GET" else None
    if state and state.status == SENT_BACK:
        said = state.current_task_state.comment or "người duyệt không ghi lời nhắn; xem Lịch sử"
        messages.warning(request, f"Yêu cầu sửa: {said}")


def lead_to_the_comparison(request: HttpRequest, page: Page) -> None:
    """Who is to approve a change of a published page reads first what it changes, wherever the form was opened from."""
    may_wait = request.method == "GET" and page.live and page.has_unpublished_changes
    task = page.current_workflow_task if may_wait else None
    if task and any(name == "approve" for name, _, _ in task.get_actions(page, request.user)):
        address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", page.latest_revision_id])
        button = messages.button(address, "So sánh với bản đang công bố")
        messages.info(request, "Trang này chờ bạn duyệt. Hãy xem bản gửi duyệt đổi những gì.", buttons=[button])


def order_buttons(items: list[ActionMenuItem], _request: HttpRequest, _context: dict[str, Any]) -> None:
    """Who may approve finds that first, and sending back second. Publishing beside it goes: it would cancel the
    workflow without a word, where approving publishes as well. What gives a review up stands last, for everybody."""
    items.sort(key=lambda item: isinstance(item, CancelWorkflowMenuItem | RestartWorkflowMenuItem))
    review = [item for item in items if isinstance(item, WorkflowMenuItem)]
    if not any(item.name == "approve" for item in review):
        return
    others = [item for item in items if not isinstance(item, WorkflowMenuItem | PublishMenuItem)]
    items[:] = [*sorted(review, key=_rank), *others]


def _rank(item: WorkflowMenuItem) -> tuple[bool, bool]:
    """Approving, then sending back, then approving with a comment."""
    return item.name == "approve" and item.launch_modal, item.name != "approve"


# --- Afterwards -----------------------------------------------------------------------------------

_DONE = {
    "approve": "Đã duyệt “{title}”.",
    "reject": "Đã trả lại “{title}” để sửa; người gửi sẽ thấy lời nhắn của bạn.",
    PASS_ON: "Đã chuyển “{title}” cho người công bố xem.",
}


def say_what_was_done(request: HttpRequest, page: Page) -> None:
    """Instead of "the page was updated": that it is published now, or sent back. What the reviewer typed while
    approving became a draft of his own, and was not approved."""
    action = request.POST.get("workflow-action-name") if request.POST.get("action-workflow-action") else None
    if action not in _DONE or (action == "approve" and has_own_change(page, request.user)):
        return
    *before, _updated = list(get_messages(request))
    for message in before:
        add_message(request, message.level, message.message, extra_tags=message.extra_tags)
    now = Page.objects.get(pk=page.pk)
    is_out = action == "approve" and now.live and not now.has_unpublished_changes
    text = "Đã duyệt và công bố “{title}”." if is_out else _DONE[action]
    messages.success(request, text.format(title=now.get_admin_display_title()))
