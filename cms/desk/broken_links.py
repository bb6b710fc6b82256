"""The list of outgoing links that are broken, for whoever is to mend them: each with the places that lead there."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from agencies.day import asked_on
from pages.links.sources import sources
from pages.models import OutgoingLink
from vietnamese.days import written

REPORT, REPORT_ROWS = "broken_links", "broken_links_results"
RIGHTS = ("add", "change", "publish")
#: Of so many places that hold one link the rest is counted.
MOST_PLACES = 5


def broken_links(person: Any) -> QuerySet[OutgoingLink]:
    """The broken ones that something holds which is somebody's to mend, the oldest first. One query."""
    mine = Q(pk__in=())
    for source in sources():
        mine |= Q(address__in=source.rows(person).values("leads_to"))
    return OutgoingLink.objects.broken().filter(mine).order_by("failing_since", "address")


class Address(Column):
    """The address, which opens beside the desk."""

    def get_value(self, instance: OutgoingLink) -> SafeString:
        """A link to try it by hand."""
        return format_html('<a href="{0}" rel="external noopener noreferrer" target="_blank">{0}</a>', instance.address)


def _since(link: OutgoingLink) -> str:
    return written(link.failing_since) if link.failing_since else ""


class BrokenLinksReport(ReportView):
    """Broken links, what was answered, since when, and where to mend them."""

    page_title = "Liên kết hỏng"
    header_icon = "link-external"
    index_url_name = REPORT
    index_results_url_name = REPORT_ROWS
    model = OutgoingLink
    permission_policy = page_permission_policy
    any_permission_required = RIGHTS
    columns = [
        Column("places", label="Sửa ở"),
        Address("address", label="Địa chỉ"),
        Column("told", label="Lần hỏi cuối"),
        Column("failing_since", label="Hỏng từ đêm", accessor=_since),
    ]
    list_export = ["address", "told", "failing_since"]
    export_headings = {"address": "Địa chỉ", "told": "Lần hỏi cuối", "failing_since": "Hỏng từ đêm"}

    def get_filename(self) -> str:
        """The name of the file, without its ending."""
        return f"lien-ket-hong-{asked_on(self.request):%Y-%m-%d}"

    def get_queryset(self) -> QuerySet:
        """What is the editor's to mend."""
        return broken_links(self.request.user)

    def decorate_paginated_queryset(self, object_list: Sequence[OutgoingLink]) -> Sequence[OutgoingLink]:
        """Each with its `places`: one query for each kind of place."""
        found = _places([link.address for link in object_list], self.request.user)
        for link in object_list:
            vars(link)["places"] = _listed(found[link.address])
        return object_list


_Place = tuple[str, str, str]


def _places(addresses: Sequence[str], person: Any) -> dict[str, list[_Place]]:
    """Address → form, name and kind of each place that holds it."""
    found: dict[str, list[_Place]] = defaultdict(list)
    for source in sources():
        for row in source.rows(person).filter(leads_to__in=addresses):
            found[row["leads_to"]].append((source.form(row["row"]), row["shown"], source.name))
    return found


def _listed(places: Sequence[_Place]) -> SafeString:
    shown = format_html_join("", '<li><a href="{}">{}</a> – {}</li>', places[:MOST_PLACES])
    more = len(places) - MOST_PLACES
    return format_html("<ul>{}{}</ul>", shown, format_html("<li>và {} nơi khác</li>", more) if more > 0 else "")


def addresses() -> list[Any]:
    """The report, and its rows alone while somebody turns pages."""
    return [
        path("bao-cao/lien-ket-hong/", BrokenLinksReport.as_view(), name=REPORT),
        path("bao-cao/lien-ket-hong/dong/", BrokenLinksReport.as_view(results_only=True), name=REPORT_ROWS),
    ]


class _ReportItem(MenuItem):
    """Shown to those who write pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody writes any page."""
        return page_permission_policy.user_has_any_permission(request.user, RIGHTS)


def report_item() -> MenuItem:
    """Its place in the menu of reports."""
    return _ReportItem("Liên kết hỏng", reverse(REPORT), icon_name="link-external", order=95)
