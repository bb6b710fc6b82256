"""“Nhật ký” at the desk: who did what, with what it was before and after; as a page and as a file."""

import datetime
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import ModelPermissionPolicy

from agencies.day import asked_on
from agencies.models import Agency
from agencies.reach import parents_of_all, with_below
from audit.listening.rows import WORKED_OUT
from audit.models import LogRow
from audit.verifying import head
from audit.wording import actions, command_in_words, details_in_words, field_in_words, kind_in_words
from cms.log.visible import agencies_seen_by, rows_visible_to
from cms.log.watched import page_kinds, watched

REPORT, REPORT_ROWS = "log_report", "log_report_results"
_PORTION = 2_000
POLICY = ModelPermissionPolicy(LogRow)


def _kinds() -> list[tuple[str, str]]:
    kinds = {model._meta.label_lower for model in (*watched(), *page_kinds())}
    return sorted(((kind, kind_in_words(kind)) for kind in kinds), key=lambda each: each[1])


def _agencies(request: HttpRequest) -> QuerySet[Agency]:
    return agencies_seen_by(request.user).narrow(Agency.objects.order_by("name"), "pk")


class LogFilterSet(WagtailFilterSet):
    """Who, which agency, what, of what, and on which days."""

    actor_name = django_filters.CharFilter(label="Người làm", lookup_expr="icontains")
    agency = django_filters.ModelChoiceFilter(
        label="Cơ quan", queryset=_agencies, method="of_agency", empty_label="Tất cả"
    )
    action = django_filters.ChoiceFilter(
        label="Việc",
        choices=lambda: sorted(actions().items(), key=lambda each: each[1]),
        empty_label="Tất cả",
    )
    kind = django_filters.ChoiceFilter(label="Loại nội dung", choices=_kinds, empty_label="Tất cả")
    name = django_filters.CharFilter(label="Tên nội dung", lookup_expr="icontains")
    day = django_filters.DateFromToRangeFilter(label="Từ ngày đến ngày", widget=DateRangePickerWidget, method="on_days")

    class Meta:
        model = LogRow
        fields: list[str] = []

    def of_agency(self, rows: QuerySet, _name: str, agency: Agency) -> QuerySet:
        """By who acted or by what it concerned, with all that stands under the agency."""
        reach = with_below({agency.pk}, parents_of_all())
        return rows.filter(reach.condition("actor_agency") | reach.condition("agency"))

    def on_days(self, rows: QuerySet, _name: str, days: slice) -> QuerySet:
        """From the first moment of one day to the last of the other."""
        return on_days(rows, days)


def on_days(rows: QuerySet, days: slice) -> QuerySet:
    """The rows from the first moment of one day to the last of another."""
    within = Q()
    if days.start:
        within &= Q(at__gte=_moment(days.start))
    if days.stop:
        within &= Q(at__lt=_moment(days.stop + datetime.timedelta(days=1)))
    return rows.filter(within)


def _moment(value: datetime.datetime) -> str:
    aware = value if timezone.is_aware(value) else timezone.make_aware(value)
    return f"{aware.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%S}"


class ChangesColumn(Column):
    """What it was and what it is, field by field."""

    def get_value(self, instance: LogRow) -> str:
        """Folded where it is long."""
        return render_to_string(
            "cms/log/changes.html", {"changes": changes_in_words(instance), "details": _details(instance)}
        )


class LogReport(ReportView):
    """The rows that somebody may see, the newest first."""

    page_title = "Nhật ký"
    header_icon = "history"
    template_name = "cms/log/report.html"
    index_url_name = REPORT
    index_results_url_name = REPORT_ROWS
    model = LogRow
    filterset_class = LogFilterSet
    permission_policy = POLICY
    any_permission_required = ["view"]
    columns = [
        Column("number", label="Số"),
        Column("when", label="Lúc"),
        Column("who", label="Ai"),
        Column("agencies", label="Cơ quan"),
        Column("what", label="Việc"),
        Column("thing", label="Nội dung"),
        ChangesColumn("changes", label="Trước → sau"),
    ]
    list_export = [
        *("number", "when", "who", "command", "address", "actor_agency_name", "what", "kind_name", "key", "name"),
        *("agency_name", "changes_text", "details", "digest"),
    ]
    export_headings = {
        "number": "Số",
        "when": "Lúc",
        "who": "Ai",
        "command": "Lệnh",
        "address": "Địa chỉ mạng",
        "actor_agency_name": "Cơ quan của người làm",
        "what": "Việc",
        "kind_name": "Loại nội dung",
        "key": "Khóa",
        "name": "Tên nội dung",
        "agency_name": "Cơ quan của nội dung",
        "changes_text": "Trước và sau",
        "details": "Chi tiết",
        "digest": "Mã băm",
    }

    def get_filename(self) -> str:
        """The name of the file, without its ending."""
        return f"nhat-ky-{asked_on(self.request):%Y-%m-%d}"

    def get_queryset(self) -> QuerySet:
        """What this account may see."""
        return rows_visible_to(self.request.user)

    def decorate_paginated_queryset(self, object_list: Any) -> Sequence[LogRow]:
        """The rows of a page in words: one query for the names of agencies. A file's are read as it is written."""
        return object_list if self.is_export else in_words(object_list)

    def write_csv_response(self, queryset: Any) -> Any:
        """The file, in the same words."""
        return super().write_csv_response(streamed(queryset))

    def write_xlsx_response(self, queryset: Any) -> Any:
        """The file, in the same words."""
        return super().write_xlsx_response(streamed(queryset))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """With where the chain ends."""
        return {**super().get_context_data(*args, **kwargs), "log_head": head()}


def in_words(rows: Any) -> Sequence[LogRow]:
    """Each row with what the screen and the file show of it."""
    found = list(rows)
    names = dict(Agency.objects.filter(pk__in=_agency_ids(found)).values_list("pk", "name"))
    labels = actions()
    for row in found:
        vars(row).update(_words(row, names, labels))
    return found


def streamed(rows: QuerySet[LogRow]) -> Iterator[LogRow]:
    """All of them, however many, a portion in memory at a time."""
    every = rows.iterator(_PORTION)
    while portion := list(islice(every, _PORTION)):
        yield from in_words(portion)


def _agency_ids(rows: Sequence[LogRow]) -> set[int]:
    return {agency for row in rows for agency in (row.actor_agency, row.agency) if agency}


def _words(row: LogRow, names: dict[int, str], labels: dict[str, str]) -> dict[str, str]:
    actor, concerned = (names.get(each or 0, f"#{each}" if each else "") for each in (row.actor_agency, row.agency))
    who = command_in_words(row.command) if row.command else row.actor_name or "không rõ"
    return {
        "when": f"{timezone.localtime(row.moment):%d/%m/%Y %H:%M:%S}",
        "who": who,
        "actor_agency_name": actor,
        "agency_name": concerned,
        "agencies": " → ".join(dict.fromkeys(filter(None, (actor, concerned)))),
        "what": labels.get(row.action, row.action),
        "kind_name": kind_in_words(row.kind) if row.kind else "",
        "thing": f"{kind_in_words(row.kind)}: {row.name or row.key}" if row.kind else "",
        "changes_text": "\n".join(f"{label}: {before} → {after}" for label, before, after in changes_in_words(row)),
    }


def changes_in_words(row: LogRow) -> list[tuple[str, str, str]]:
    """Field, before, after; without what the portal works out by itself, and of files their names alone."""
    found = ((name, *both) for name, both in json.loads(row.changes).items() if name not in WORKED_OUT)
    return [(field_in_words(row.kind, name), *_file_names(name, before, after)) for name, before, after in found]


def _file_names(name: str, before: str, after: str) -> tuple[str, str]:
    return (before.rpartition("/")[2], after.rpartition("/")[2]) if name == "file" else (before, after)


def _details(row: LogRow) -> list[tuple[str, str]]:
    return list(details_in_words(row.said))


def addresses() -> list[Any]:
    """The report, and its rows alone while somebody filters."""
    return [
        path("bao-cao/nhat-ky/", LogReport.as_view(), name=REPORT),
        path("bao-cao/nhat-ky/dong/", LogReport.as_view(results_only=True), name=REPORT_ROWS),
    ]


class _LogItem(MenuItem):
    """Shown to those who may see the log."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody may."""
        return POLICY.user_has_permission(request.user, "view")


def menu_item() -> MenuItem:
    """Its place in the menu of reports."""
    return _LogItem("Nhật ký", reverse(REPORT), icon_name="history", order=80)
