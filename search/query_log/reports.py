"""The report of what people ask: the commonest questions, those without a result, those without a choice, by week."""

import datetime
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import django_filters
from django.db.models import F, QuerySet, Sum
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import ModelPermissionPolicy

from agencies.day import asked_on
from search.models import AskedQuestion

WHICH = (("without_result", "Không có kết quả"), ("not_chosen", "Có kết quả nhưng không ai chọn"))


def _weeks() -> list[tuple[datetime.date, str]]:
    """The weeks that were counted, the latest first."""
    weeks = AskedQuestion.objects.order_by("-week").values_list("week", flat=True).distinct()
    return [(week, f"{week:%d/%m/%Y} – {week + datetime.timedelta(days=6):%d/%m/%Y}") for week in weeks]


def _asked_again(row: Mapping[str, Any]) -> SafeString:
    """The question, which leads to what it finds now."""
    address = f"{reverse('search')}?{urlencode({'q': row['question']})}"
    return format_html('<a href="{}" target="_blank" rel="noreferrer">{}</a>', address, row["question"])


class AskedFilterSet(WagtailFilterSet):
    """One week or all that are kept; all questions or those that need care."""

    week = django_filters.ChoiceFilter(label="Tuần", choices=_weeks, empty_label="Tất cả")
    which = django_filters.ChoiceFilter(label="Câu hỏi", choices=WHICH, method="filter_which", empty_label="Tất cả")

    class Meta:
        model = AskedQuestion
        fields = ["week"]

    def filter_which(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keeps one of WHICH."""
        if value == "without_result":
            return queryset.filter(missed__gt=0)
        return queryset.filter(chosen=0, missed__lt=F("times"))


class AskedReport(ReportView):
    """Questions with their counts, most asked first; also as a file."""

    page_title = "Báo cáo tìm kiếm"
    header_icon = "search"
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    filterset_class = AskedFilterSet
    permission_policy = ModelPermissionPolicy(AskedQuestion)
    any_permission_required = ["view"]
    columns = [
        Column("question", label="Câu hỏi", accessor=_asked_again),
        NumberColumn("times", label="Lượt hỏi"),
        NumberColumn("missed", label="Không có kết quả"),
        NumberColumn("chosen", label="Lượt chọn"),
        Column("place", label="Thứ tự được chọn (trung bình)"),
    ]
    list_export = ["question", "times", "missed", "chosen", "place"]
    export_headings = {
        "question": "Câu hỏi",
        "times": "Lượt hỏi",
        "missed": "Không có kết quả",
        "chosen": "Lượt chọn",
        "place": "Thứ tự được chọn (trung bình)",
    }

    def get_filename(self) -> str:
        """The name of the file, without its ending."""
        return f"bao-cao-tim-kiem-{asked_on(self.request):%Y-%m-%d}"

    def get_queryset(self) -> QuerySet:
        """One row a question: {question, times, missed, chosen, places}."""
        rows = AskedQuestion.objects.values("question").order_by()
        counted = rows.annotate(
            times=Sum("asked"), missed=Sum("without_result"), chosen=Sum("clicks"), places=Sum("positions")
        )
        return counted.order_by("-times", "question")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Adds the mean place of what was chosen."""
        return [row | {"place": _mean(row)} for row in object_list]


def _mean(row: dict[str, Any]) -> str:
    return f"{row['places'] / row['chosen']:.1f}".replace(".", ",") if row["chosen"] else ""
