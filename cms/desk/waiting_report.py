"""The list behind the front page's counts: pages of every kind that wait, narrowed to one reason."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from agencies.day import asked_at
from cms.desk.rows.waiting import LABEL as WORDS
from cms.desk.rows.waiting import REPORT as WAITING_WORDS
from cms.desk.rows.waiting import models_of
from cms.desk.waiting import WAITING_KINDS, narrowed, source_of, waiting_pages, with_due

RIGHTS = ("add", "change", "publish")


class WaitingFilterSet(WagtailFilterSet):
    """One reason, or all."""

    kind = django_filters.ChoiceFilter(
        label="Vì sao",
        choices=[(kind, label) for kind, (label, _) in WAITING_KINDS.items()],
        method="of_kind",
        empty_label="Tất cả",
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def of_kind(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Keeps one of WAITING_KINDS."""
        return narrowed(queryset, value, self.request.user, asked_at(self.request))


class WaitingReport(ReportView):
    """Drafts and fixed hours, what waits longest first."""

    page_title = "Bản nháp và giờ hẹn"
    header_icon = "draft"
    index_url_name = "waiting_pages"
    index_results_url_name = "waiting_pages_results"
    model = Page
    filterset_class = WaitingFilterSet
    permission_policy = page_permission_policy
    any_permission_required = RIGHTS
    columns = [
        Column("code", label="Mã"),
        TitleColumn("draft_title", label="Trang", url_name="wagtailadmin_pages:edit"),
        Column("page_type_display_name", label="Loại"),
        Column("source", label="Bản nháp của", accessor=source_of),
        DateColumn("latest_revision_created_at", label="Sửa lần cuối"),
        DateColumn("due", label="Hẹn công bố"),
    ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The way to the drafts of what is no page, for whoever writes such."""
        if not models_of(self.request.user, "change"):
            return []
        return [HeaderButton(WORDS, url=reverse(WAITING_WORDS), icon_name="draft")]

    def get_queryset(self) -> QuerySet:
        """The pages that wait, of the editor's agency."""
        self.queryset = _with_writers(with_due(waiting_pages(self.request.user)))
        return super().get_queryset()


def _with_writers(pages: QuerySet[Page]) -> QuerySet[Page]:
    ready = pages.select_related("content_type", "latest_revision__user").defer("latest_revision__content")
    return ready.order_by("latest_revision_created_at", "pk")


def waiting_addresses() -> list[Any]:
    """The list, and its rows alone while somebody filters."""
    return [
        path("bao-cao/dang-cho/", WaitingReport.as_view(), name="waiting_pages"),
        path("bao-cao/dang-cho/dong/", WaitingReport.as_view(results_only=True), name="waiting_pages_results"),
    ]


class _WaitingItem(MenuItem):
    """Shown to those who write pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody writes any page."""
        return page_permission_policy.user_has_any_permission(request.user, RIGHTS)


def waiting_item() -> MenuItem:
    """Its place in the menu of reports."""
    return _WaitingItem("Bản nháp và giờ hẹn", reverse("waiting_pages"), icon_name="draft", order=90)
