"""The posting ledger at the desk: all papers with their state, how many are wrong in each commune, and what an editor's
publishing did to the walls. Papers are printed, hung and taken down elsewhere; here they are only read."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import ModelPermissionPolicy

from agencies.day import asked_on
from agencies.models import AdministrativeUnit
from posting.ledger.late import late_papers
from posting.ledger.reach import communes_for, papers_for
from posting.ledger.wrong import hanging, wrong_rows
from posting.models import PaperItem, PostedPaper
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.models import ProcedureCode

STATES = (
    ("hanging", "Đang treo"),
    ("wrong", "Đang treo, đã sai"),
    ("late", "Đang treo, sai quá thời hạn phải thay"),
    ("ended", "Đã gỡ, đã thay"),
    ("kept", "Không treo"),
)
NOWHERE = "Không gắn với nơi nào"
POLICY = ModelPermissionPolicy(PostedPaper)


def _chosen_units(request: HttpRequest) -> QuerySet[AdministrativeUnit]:
    """The communes that any paper was printed for, of those that the editor sees to."""
    printed_for = AdministrativeUnit.objects.filter(Exists(PostedPaper.objects.filter(unit=OuterRef("pk"))))
    return printed_for.filter(communes_for(request.user)).order_by("name")


class PaperFilterSet(WagtailFilterSet):
    """Papers of one commune, of one kind, in one state, with one procedure on them."""

    unit = django_filters.ModelChoiceFilter(label="Xã, phường", queryset=_chosen_units, empty_label="Tất cả")
    state = django_filters.ChoiceFilter(label="Tình trạng", choices=STATES, method="in_state", empty_label="Tất cả")
    procedure = django_filters.CharFilter(label="Mã thủ tục", max_length=60, method="with_procedure")

    class Meta:
        model = PostedPaper
        fields = ["unit", "kind", "state"]

    def in_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keeps one of STATES."""
        if value == "wrong":
            return queryset.filter(pk__in=wrong_rows(asked_on(self.request)).values("pk"))
        if value == "late":
            return queryset.filter(pk__in=late_papers(asked_on(self.request)).values("pk"))
        if value == "ended":
            return queryset.filter(ended_on__isnull=False)
        return queryset.filter(hung_on__isnull=value != "hanging", ended_on__isnull=True)

    def with_procedure(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keeps the papers that show the procedure which has or had this code."""
        identities = ProcedureCode.objects.filter(base=parse_code(value).base).values("identity")
        return queryset.filter(Exists(PaperItem.objects.filter(paper=OuterRef("pk"), identity__in=identities)))


class LedgerReport(ReportView):
    """All papers, the latest printed first; also as a file."""

    page_title = "Sổ niêm yết"
    header_icon = "clipboard-list"
    index_url_name = "posting_ledger"
    index_results_url_name = "posting_ledger_results"
    model = PostedPaper
    filterset_class = PaperFilterSet
    permission_policy = POLICY
    any_permission_required = ["view"]
    columns = [
        Column("title", label="Tên tờ"),
        Column("tag", label="Mã tờ"),
        Column("get_kind_display", label="Loại"),
        Column("place", label="Nơi"),
        Column("spot", label="Chỗ treo"),
        Column("printed", label="In ngày"),
        Column("hung", label="Treo từ"),
        Column("state", label="Tình trạng"),
    ]
    list_export = [
        "title",
        "tag",
        "get_kind_display",
        "size",
        "place",
        "spot",
        "printed",
        "hung_on",
        "ended_on",
        "state",
        "file_digest",
    ]
    export_headings = {
        "title": "Tên tờ",
        "tag": "Mã tờ",
        "get_kind_display": "Loại",
        "size": "Khổ giấy",
        "place": "Nơi",
        "spot": "Chỗ treo",
        "printed": "In ngày",
        "hung_on": "Treo từ",
        "ended_on": "Gỡ ngày",
        "state": "Tình trạng",
        "file_digest": "Dấu vết tệp đã in (SHA-256)",
    }

    def get_filename(self) -> str:
        """The name of the file, without its ending."""
        return f"so-niem-yet-{asked_on(self.request):%Y-%m-%d}"

    def get_queryset(self) -> QuerySet:
        """The editor's part of the papers, with their places and what took their place."""
        papers = PostedPaper.objects.filter(papers_for(self.request.user))
        return papers.select_related("unit", "counter", "replaced_by")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Adds the place, the days and the state in words."""
        papers = list(object_list)
        rows = wrong_rows(asked_on(self.request)).filter(pk__in=[paper.pk for paper in papers])
        wrong = set(rows.values_list("pk", flat=True))
        for paper in papers:
            paper.place = str(paper.unit or paper.counter or NOWHERE)
            paper.printed = f"{timezone.localtime(paper.printed_at):%d/%m/%Y}"
            paper.hung = f"{paper.hung_on:%d/%m/%Y}" if paper.hung_on else ""
            paper.state = _state(paper, paper.pk in wrong)
        return papers


def _state(paper: PostedPaper, is_wrong: bool) -> str:
    if paper.ended_on:
        how = f"thay bằng tờ {paper.replaced_by.tag}" if paper.replaced_by else "gỡ"
        return f"Đã {how} ngày {paper.ended_on:%d/%m/%Y}"
    if paper.hung_on is None:
        return "Không treo"
    return "Đang treo, đã sai: cần in lại" if is_wrong else "Đang treo, còn đúng"


# --- By commune -----------------------------------------------------------------------------------


def _wrong_ones(row: dict[str, Any]) -> str:
    """The ledger narrowed to the wrong papers of a row's commune."""
    return f"{reverse('posting_ledger')}?{urlencode({'unit': row['unit'] or '', 'state': 'wrong'})}"


class WrongReport(ReportView):
    """One row a commune (or another place) that has a wrong paper: how many hang there, how many of them are wrong."""

    page_title = "Tờ niêm yết đã sai"
    header_icon = "warning"
    index_url_name = "wrong_papers"
    index_results_url_name = "wrong_papers_results"
    model = PostedPaper
    permission_policy = POLICY
    any_permission_required = ["view"]
    default_ordering = None
    columns = [
        TitleColumn("place", label="Nơi", get_url=_wrong_ones),
        NumberColumn("wrong", label="Tờ đã sai"),
        NumberColumn("hanging", label="Tờ đang treo"),
    ]
    list_export = ["place", "wrong", "hanging"]
    export_headings = {"place": "Nơi", "wrong": "Tờ đã sai", "hanging": "Tờ đang treo"}

    def get_filename(self) -> str:
        """The name of the file, without its ending."""
        return f"to-niem-yet-da-sai-{asked_on(self.request):%Y-%m-%d}"

    def get_queryset(self) -> QuerySet:
        """Rows of {unit, place, hanging, wrong}, the most wrong ones first."""
        place = Coalesce("unit__name", "counter__name", Value(NOWHERE), output_field=CharField())
        mine = hanging().filter(papers_for(self.request.user))
        rows = mine.order_by().annotate(place=place).values("unit", "place")
        is_wrong = Q(pk__in=wrong_rows(asked_on(self.request)).values("pk"))
        counted = rows.annotate(hanging=Count("pk"), wrong=Count("pk", filter=is_wrong))
        return counted.filter(wrong__gt=0).order_by("-wrong", "place")


# --- Registered by posting/wagtail_hooks.py -------------------------------------------------------


def ledger_addresses() -> list:
    """The two lists, and the rows of each alone while somebody filters."""
    return [
        path("so-niem-yet/", LedgerReport.as_view(), name="posting_ledger"),
        path("so-niem-yet/dong/", LedgerReport.as_view(results_only=True), name="posting_ledger_results"),
        path("bao-cao/to-da-sai/", WrongReport.as_view(), name="wrong_papers"),
        path("bao-cao/to-da-sai/dong/", WrongReport.as_view(results_only=True), name="wrong_papers_results"),
    ]


class _LedgerMenuItem(MenuItem):
    """Shown to those who may read the ledger."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the editor may read it."""
        return POLICY.user_has_permission(request.user, "view")


def ledger_item() -> MenuItem:
    """The ledger's place in the main menu."""
    return _LedgerMenuItem("Sổ niêm yết", reverse("posting_ledger"), icon_name="clipboard-list", order=320)


def wrong_item() -> MenuItem:
    """The place of the counts in the menu of reports."""
    return _LedgerMenuItem("Tờ niêm yết đã sai", reverse("wrong_papers"), icon_name="warning", order=105)
