"""What Wagtail asks of one page again and again while a screen is drawn is read into memory, where it looks first."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.models import Page, Revision, WorkflowState


def hold_review(page: Page) -> None:
    """Where its review stands, which is asked for at each right and each button; a page in hand does not see what is
    done with the review afterwards. One query, once for a page."""
    states = WorkflowState.objects.active().select_related("current_task_state__task")
    way = "_workflow_states" if type(page) is Page else "_specific_workflow_states"
    prefetch_related_objects([page], Prefetch(way, states, to_attr="_current_workflow_states"))


def hold_texts(page: Page) -> None:
    """Which its newest text and its public one are, who wrote them and when; not what they say. One query."""
    numbers = {page.latest_revision_id, page.live_revision_id} - {None}
    found = Revision.objects.select_related("user").defer("content").in_bulk(numbers) if numbers else {}
    page.latest_revision, page.live_revision = found.get(page.latest_revision_id), found.get(page.live_revision_id)


def hold_schedules(rows: Sequence[Any]) -> None:
    """Which version of each row waits for its hour, of which a list's tag of its state asks. One query for rows of one
    model that has drafts, none for no rows."""
    if not rows:
        return
    waiting = Revision.objects.filter(
        base_content_type=rows[0].get_base_content_type(),
        object_id__in=[str(row.pk) for row in rows],
        approved_go_live_at__isnull=False,
    )
    by_row = {revision.object_id: revision for revision in waiting.defer("content").order_by("-pk")}
    for row in rows:
        row.__dict__["scheduled_revision"] = by_row.get(str(row.pk))
