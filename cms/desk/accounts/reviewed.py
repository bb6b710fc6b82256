"""“Các lần rà soát tài khoản”: what was decided of which account, by whom and when; as a page and as a file."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from agencies.day import asked_on
from cms.access.accounts import KEEP, AccountsPolicy, accounts_of, agencies_administered
from cms.models import AccountsReview, Decision, Editor, ReviewedAccount

LABEL = "Các lần rà soát tài khoản"
REPORT, REPORT_ROWS = "reviewed_accounts", "reviewed_accounts_results"


def rows_for(user: Any) -> QuerySet[ReviewedAccount]:
    """Of finished reviews what concerns accounts that he keeps, at agencies whose accounts he keeps; of those that
    are gone what he reviewed himself."""
    rows = ReviewedAccount.objects.filter(review__finished_at__isnull=False).select_related("review", "agency")
    if user.is_superuser:
        return rows
    kept = Q(editor__in=accounts_of(user)) | Q(editor=None, review__by=user)
    return agencies_administered(user).narrow(rows.filter(kept))


def _reviews(request: HttpRequest) -> QuerySet[AccountsReview]:
    return AccountsReview.objects.filter(pk__in=rows_for(request.user).order_by().values("review"))


class ReviewedFilterSet(WagtailFilterSet):
    """Which review, and what was decided."""

    review = django_filters.ModelChoiceFilter(label="Lần rà soát", queryset=_reviews, empty_label="Tất cả")
    decision = django_filters.ChoiceFilter(label="Quyết định", choices=Decision.choices, empty_label="Tất cả")

    class Meta:
        model = ReviewedAccount
        fields: list[str] = []


_COLUMNS = {
    "when": "Kết thúc lúc",
    "who": "Người rà soát",
    "account": "Tên đăng nhập",
    "name": "Họ và tên",
    "agency": "Cơ quan",
    "roles": "Vai trò",
    "seen": "Đăng nhập lần cuối",
    "factor": "Bước hai",
    "state": "Tình trạng",
    "decided": "Quyết định",
    "remark": "Ghi chú",
}


class ReviewedReport(ReportView):
    """Each account of each finished review, the newest review first."""

    page_title = LABEL
    header_icon = "tasks"
    index_url_name = REPORT
    index_results_url_name = REPORT_ROWS
    model = ReviewedAccount
    filterset_class = ReviewedFilterSet
    permission_policy = AccountsPolicy(Editor)
    any_permission_required = ["change"]
    columns = [Column(name, label=label) for name, label in _COLUMNS.items()]
    list_export = list(_COLUMNS)
    export_headings = _COLUMNS

    def get_filename(self) -> str:
        """The name of the file, without its ending."""
        return f"ra-soat-tai-khoan-{asked_on(self.request):%Y-%m-%d}"

    def get_queryset(self) -> QuerySet:
        """What somebody may see."""
        return rows_for(self.request.user)

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Each in words."""
        for row in object_list:
            vars(row).update(_words(row))
        return object_list


def _words(row: ReviewedAccount) -> dict[str, str]:
    moments = {"when": row.review.finished_at, "seen": row.last_login}
    written = {name: f"{timezone.localtime(at):%H:%M %d/%m/%Y}" if at else "" for name, at in moments.items()}
    return written | {
        "who": row.review.by_name,
        "factor": "có" if row.has_factor else "không",
        "state": "đang dùng" if row.is_active else "đang khóa",
        "decided": row.get_decision_display(),
    }


def addresses() -> list[Any]:
    """The report, and its rows alone while somebody filters."""
    return [
        path("bao-cao/ra-soat-tai-khoan/", ReviewedReport.as_view(), name=REPORT),
        path("bao-cao/ra-soat-tai-khoan/dong/", ReviewedReport.as_view(results_only=True), name=REPORT_ROWS),
    ]


class _Item(MenuItem):
    """Shown to those who keep accounts."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody does."""
        return request.user.has_perm(KEEP)


def report_item() -> MenuItem:
    """Its place in the menu of reports."""
    return _Item(LABEL, reverse(REPORT), icon_name="tasks", order=82)
