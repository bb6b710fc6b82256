"""The states of a procedure as an editor sees them: one table of conditions for the list's column and its filter."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import PageQuerySet, Revision, WorkflowState, get_default_page_content_type

from agencies.models.dated import ended

#: State → what an editor reads. Several hold at once: a published page may have a draft that waits for a reviewer.
STATES: Mapping[str, str] = {
    "live": "Đang công bố",
    "draft": "Có bản nháp",
    "new": "Chưa công bố",
    "withdrawn": "Đã gỡ",
    "review": "Chờ duyệt",
    "sent_back": "Bị yêu cầu sửa",
    "scheduled": "Đã hẹn giờ",
    "abolished": "Đã bãi bỏ",
}


def with_states(pages: PageQuerySet, on: date) -> PageQuerySet:
    """Procedures, each with `is_<state>` for every state."""
    return pages.annotate(**{f"is_{state}": condition for state, condition in _conditions(on).items()})


def in_states(pages: PageQuerySet, states: Iterable[str], on: date) -> PageQuerySet:
    """The procedures for which one of the states holds."""
    conditions = _conditions(on)
    chosen = Q()
    for state in states:
        chosen |= Q(conditions[state])
    return pages.filter(chosen)


def states_of(page: object) -> list[str]:
    """The names of the states of a procedure that came through `with_states`."""
    return [label for state, label in STATES.items() if getattr(page, f"is_{state}")]


def _conditions(on: date) -> dict[str, ExpressionWrapper | Exists]:
    plain = {
        "live": Q(live=True),
        "draft": Q(live=True, has_unpublished_changes=True),
        "new": Q(live=False, first_published_at__isnull=True),
        "withdrawn": Q(live=False, first_published_at__isnull=False),
        "abolished": ended(on),
    }
    wrapped = {state: ExpressionWrapper(condition, BooleanField()) for state, condition in plain.items()}
    return wrapped | {
        "review": _in_workflow(WorkflowState.STATUS_IN_PROGRESS),
        "sent_back": _in_workflow(WorkflowState.STATUS_NEEDS_CHANGES),
        "scheduled": Exists(_of_this_page(Revision.objects.filter(approved_go_live_at__isnull=False))),
    }


def _in_workflow(status: str) -> Exists:
    return Exists(_of_this_page(WorkflowState.objects.filter(status=status)))


def _of_this_page(rows: QuerySet) -> QuerySet:
    """Rows that name the page by its number written as text."""
    page = Cast(OuterRef("pk"), CharField())
    return rows.filter(base_content_type=get_default_page_content_type(), object_id=page).order_by()
