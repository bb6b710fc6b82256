"""What waits on pages of every kind: drafts by who left them and since when, publications that have their hour, what
guests remarked."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from django.apps import apps
from django.db.models import BigIntegerField, CharField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type
from wagtail.permissions import page_permission_policy

from cms.models import Editor
from pages.models import GuestRemark
from pages.models.base import BasePage
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.judged import kept_back_now

#: A draft that nobody touched for so long was probably forgotten; it keeps the national data away from its page.
OLD_DAYS = 14
#: What is published at a fixed hour is published every five minutes; later than this, nobody does it.
LATE_MINUTES = 15


def waiting_pages(user: Editor, among: QuerySet[Page] | None = None) -> QuerySet[Page]:
    """All pages that somebody may open and that wait for something, without those of other agencies for who has one.
    `among` is what the person may open, where that was found out already: it costs a query."""
    mine = page_permission_policy.explorable_instances(user) if among is None else among
    waiting = Page.objects.filter(
        Q(has_unpublished_changes=True) | _scheduled() | _remarked(), pk__in=mine.values("pk")
    )
    return waiting.exclude(_of_others(user.agency_id)) if user.agency_id else waiting


def with_due(pages: QuerySet[Page]) -> QuerySet[Page]:
    """The pages, each with `due`, the hour for which its publication is fixed, and `code`, that of a procedure."""
    own = _fixed().filter(object_id=Cast(OuterRef("pk"), CharField())).order_by("approved_go_live_at")
    return pages.annotate(due=Subquery(own.values("approved_go_live_at")[:1]), code=F("procedurepage__code"))


def _fixed() -> QuerySet[Revision]:
    revisions = Revision.objects.filter(base_content_type=get_default_page_content_type())
    return revisions.filter(approved_go_live_at__isnull=False).order_by()


def _scheduled(**when: Any) -> Q:
    """Pages that will be published at an hour that is fixed; few revisions have one, so they are looked at first."""
    return Q(pk__in=_fixed().filter(**when).annotate(number=Cast("object_id", BigIntegerField())).values("number"))


def _remarked() -> Q:
    """Pages on whose draft guests said something with which nobody has dealt, though it may be public by now."""
    return Q(pk__in=GuestRemark.objects.open().values("link__page"))


def _drafts() -> Q:
    return Q(has_unpublished_changes=True) & ~_scheduled()


def _of_others(agency: int) -> Q:
    """Pages of whatever type that another agency is in charge of."""
    found = Q()
    for model in apps.get_models():
        if issubclass(model, BasePage):
            owner = f"{model._meta.model_name}__agency"
            found |= Q(**{f"{owner}__isnull": False}) & ~Q(**{owner: agency})
    return found


def _in_review(status: str, **whose: Any) -> Q:
    """Pages whose draft was handed in: it waits for a step, or was sent back."""
    states = WorkflowState.objects.filter(base_content_type=get_default_page_content_type(), status=status, **whose)
    return Q(pk__in=states.annotate(number=Cast("object_id", BigIntegerField())).order_by().values("number"))


def _mine(user: Editor, _moment: datetime.datetime) -> Q:
    """What was handed in and not sent back is no work of who wrote it."""
    return _drafts() & Q(latest_revision__user=user) & ~_in_review(WorkflowState.STATUS_IN_PROGRESS)


def _returned(user: Editor, _moment: datetime.datetime) -> Q:
    return _in_review(WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user)


def _old(_user: Editor, moment: datetime.datetime) -> Q:
    return _drafts() & Q(latest_revision_created_at__lt=moment - datetime.timedelta(days=OLD_DAYS))


def _imported(_user: Editor, _moment: datetime.datetime) -> Q:
    """Without procedures that were never public or that are kept back: the catalogue's own list has those."""
    never = ProcedurePage.objects.filter(live=False, first_published_at=None)
    kept_back = kept_back_now().filter(page__live=False)
    counted_elsewhere = Q(pk__in=never.values("pk")) | Q(pk__in=kept_back.values("page"))
    return _drafts() & Q(latest_revision__user__isnull=True) & ~counted_elsewhere


def _overdue(_user: Editor, moment: datetime.datetime) -> Q:
    return _scheduled(approved_go_live_at__lt=moment - datetime.timedelta(minutes=LATE_MINUTES))


#: What waits → what people call it, and the condition under which a page does, for somebody at a moment.
WAITING_KINDS: Mapping[str, tuple[str, Callable[[Editor, datetime.datetime], Q]]] = {
    "returned": ("Bị trả lại để sửa", _returned),
    "mine": ("Bản nháp của tôi", _mine),
    "old": (f"Bản nháp quá {OLD_DAYS} ngày", _old),
    "imported": ("Bản nháp do nhập dữ liệu", _imported),
    "scheduled": ("Đã hẹn giờ công bố", lambda _user, _moment: _scheduled()),
    "remarked": ("Có góp ý của khách", lambda _user, _moment: _remarked()),
    "overdue": ("Quá giờ hẹn mà chưa công bố", _overdue),
}


def narrowed(pages: QuerySet[Page], kind: str, user: Editor, moment: datetime.datetime) -> QuerySet[Page]:
    """Of the waiting pages those of one of WAITING_KINDS."""
    return pages.filter(WAITING_KINDS[kind][1](user, moment))


def source_of(page: Any) -> str:
    """Who left what is not published."""
    writer = page.latest_revision and page.latest_revision.user
    return (writer.get_full_name() or writer.username) if writer else "nhập dữ liệu"
