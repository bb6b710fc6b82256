"""The desk's report of scans: exact numbers by paper, place, procedure, field or time, as a page or a file."""

import datetime
from collections.abc import Callable
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils import timezone
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import ModelPermissionPolicy

from agencies.day import asked_on
from posting.ledger.reach import papers_for
from posting.models import PostedPaper, ScanCount
from posting.statistics.alarms import Alarm, ended_papers, outdated_papers, silent_papers
from posting.statistics.figures.periods import Period, completed_months, last_days
from posting.statistics.keeping import KEPT_MONTHS
from posting.statistics.pictures import day_picture, hour_picture
from posting.statistics.totals import GROUPS, Row, Scans, by_day, by_hour, scans_in, totals

USUAL_DAYS = 30
USUAL_GROUP = "procedure"


class ScanFilterSet(WagtailFilterSet):
    """From one day to another (the last 30 if nothing is chosen), and what the scans are added up by."""

    day = django_filters.DateFromToRangeFilter(
        label="Từ ngày đến ngày", widget=DateRangePickerWidget, method="keep_all"
    )
    by = django_filters.ChoiceFilter(
        label="Cộng theo",
        choices=[(name, label) for name, (label, _) in GROUPS.items() if name != USUAL_GROUP],
        empty_label=GROUPS[USUAL_GROUP][0],
        method="keep_all",
    )

    class Meta:
        model = ScanCount
        fields: list[str] = []

    def keep_all(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """Both are read by the report, which adds up instead of narrowing."""
        return queryset


class ScanReport(ReportView):
    """Rows of totals under two pictures and the papers to look at."""

    page_title = "Lượt quét mã QR"
    header_icon = "clipboard-list"
    template_name = "posting/statistics/report.html"
    results_template_name = "posting/statistics/report_results.html"
    index_url_name = "scan_report"
    index_results_url_name = "scan_report_results"
    model = ScanCount
    filterset_class = ScanFilterSet
    permission_policy = ModelPermissionPolicy(ScanCount)
    any_permission_required = ["view"]
    list_export = ["name", "detail", "scans"]

    @property
    def columns(self) -> list[Column]:
        """What is counted, more about it, how often."""
        return [
            Column("name", label=self.group_label),
            Column("detail", label="Chi tiết"),
            NumberColumn("scans", label="Lượt quét"),
        ]

    @property
    def export_headings(self) -> dict[str, str]:
        """The same headings in a file."""
        return {"name": self.group_label, "detail": "Chi tiết", "scans": "Lượt quét"}

    @property
    def group_label(self) -> str:
        """What the rows are."""
        return GROUPS[self.group][0]

    @property
    def group(self) -> str:
        """A key of GROUPS."""
        return self._chosen("by") or USUAL_GROUP

    @property
    def period(self) -> Period:
        """What was chosen, within what is kept; an end that was left open is as far as that goes."""
        today, chosen = asked_on(self.request), self._chosen("day")
        if chosen is None:
            return last_days(today, USUAL_DAYS)
        oldest = completed_months(today, KEPT_MONTHS)[-1]
        first, last = _day(chosen.start), _day(chosen.stop)
        return Period(max(first or oldest, oldest), min(last or today, today))

    def _chosen(self, name: str) -> Any:
        return self.filters.form.cleaned_data.get(name) if self.filters.is_valid() else None

    def get_filename(self) -> str:
        """The name of the file, without its ending."""
        return f"luot-quet-{self.period.first:%Y-%m-%d}-{self.period.last:%Y-%m-%d}"

    def get_filtered_queryset(self) -> list[Row]:
        """The totals."""
        return totals(self._scans, self.group)

    @property
    def _scans(self) -> Scans:
        """What was counted in the period on the editor's part of the papers."""
        return scans_in(self.period).filter(papers_for(self.request.user, "paper__"))

    def _mine(self, alarms: list[Alarm]) -> list[Alarm]:
        mine = PostedPaper.objects.filter(papers_for(self.request.user), pk__in=[each.paper.pk for each in alarms])
        seen = set(mine.values_list("pk", flat=True))
        return [each for each in alarms if each.paper.pk in seen]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the period, the pictures with their numbers, and the papers to look at."""
        today, scans, period = asked_on(self.request), self._scans, self.period
        days, hours = by_day(scans, period), by_hour(scans)
        shown = {
            "period": period,
            "total": sum(hours.values()),
            "pictures": [day_picture(days), hour_picture(hours)],
            **{name: self._mine(alarms(today)) for name, alarms in _ALARMS.items()},
        }
        return super().get_context_data(**kwargs) | shown


_ALARMS: dict[str, Callable[[datetime.date], list[Alarm]]] = {
    "silent": silent_papers,
    "outdated": outdated_papers,
    "ended": ended_papers,
}


def _day(moment: datetime.datetime | None) -> datetime.date | None:
    """The day that was typed; the filter makes a moment of it."""
    return moment and timezone.localtime(moment).date()


# --- Registered by posting/wagtail_hooks.py -------------------------------------------------------


def report_addresses() -> list:
    """The report, and its rows alone while somebody filters."""
    return [
        path("bao-cao/luot-quet/", ScanReport.as_view(), name="scan_report"),
        path("bao-cao/luot-quet/dong/", ScanReport.as_view(results_only=True), name="scan_report_results"),
    ]


class _ReportMenuItem(MenuItem):
    """Shown to those who may read the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the editor may read the counts."""
        return ModelPermissionPolicy(ScanCount).user_has_permission(request.user, "view")


def report_item() -> MenuItem:
    """Its place in the menu of reports."""
    return _ReportMenuItem("Lượt quét mã QR", reverse("scan_report"), icon_name="clipboard-list", order=110)
