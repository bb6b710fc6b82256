"""“Dùng ở đâu” at the desk: for everything that is said once, what shows it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Site

from agencies.day import asked_on
from agencies.models import Agency, CommonDay
from agencies.models.agency import AgencyKind
from pages.models import PortalSettings
from posting.where_used.found import (
    Line,
    Section,
    hanging_by_counter,
    of_agency,
    of_amount,
    of_common_day,
    of_hotline,
)
from procedures_catalog.desk_screens.shared_amounts import AMOUNT, WHERE_USED, SharedAmountViewSet
from procedures_catalog.models import SharedAmount

INDEX = "where_used_index"
AGENCY, COMMON_DAY, HOTLINE = "co-quan", "ngay-chung", "duong-day-nong"
LABEL = "Dùng ở đâu"
MOST = 500


@require_safe
def where_used(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One thing and what shows it. Http404 for what there is not, or is another agency's."""
    if kind not in _KINDS:
        raise Http404
    name, sections = _KINDS[kind](request.user, number, asked_on(request))
    return render(request, "posting/desk/where_used.html", {"title": name, "sections": list(sections)})


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All that is said once."""
    sections = [
        _portal(),
        *_amounts(request.user),
        _days(asked_on(request)),
        _counters(request.user, asked_on(request)),
    ]
    return render(request, "posting/desk/where_used.html", {"title": LABEL, "sections": sections})


Found = tuple[str, Iterable[Section]]


def _of_amount(person: Any, number: int, on: date) -> Found:
    amount = get_object_or_404(_amounts_of(person), pk=number)
    return str(amount), of_amount(amount, person, on)


def _of_agency(person: Any, number: int, on: date) -> Found:
    agency = get_object_or_404(Agency.objects.select_related("parent", "unit"), pk=number)
    return f"{agency.name}: giờ làm việc, ngày nghỉ", of_agency(agency, person, on)


def _of_common_day(person: Any, number: int, on: date) -> Found:
    day = get_object_or_404(CommonDay, pk=number)
    return str(day), of_common_day(day, person, on)


def _of_hotline(person: Any, number: int, on: date) -> Found:
    site = get_object_or_404(Site, pk=number)
    return f"Đường dây nóng {PortalSettings.of_site(site).hotline}".strip(), of_hotline(person, on)


_KINDS: dict[str, Callable[[Any, int, date], Found]] = {
    AMOUNT: _of_amount,
    AGENCY: _of_agency,
    COMMON_DAY: _of_common_day,
    HOTLINE: _of_hotline,
}


def _amounts_of(person: Any) -> Any:
    """Those that his list of amounts shows."""
    viewset: SharedAmountViewSet = SharedAmount.snippet_viewset  # type: ignore[attr-defined]
    is_reader = viewset.permission_policy.user_has_any_permission(person, {"view", "add", "change", "publish"})
    return viewset.rows_of(person) if is_reader else SharedAmount.objects.none()


def counts_of(row: Any, person: Any, on: date) -> list[tuple[str, int]]:
    """Label → how many places of each kind show a thing on a day, of papers those of one's own part of the ledger."""
    if isinstance(row, SharedAmount):
        sections = of_amount(row, person, on)
    elif isinstance(row, Agency):
        sections = of_agency(row, person, on)
    else:
        sections = of_common_day(row, person, on) if isinstance(row, CommonDay) else of_hotline(person, on)
    return [(section.label, section.count) for section in sections]


# --- The index ------------------------------------------------------------------------------------


def address(kind: str, number: int) -> str:
    """Where the screen of one thing stands."""
    return reverse(WHERE_USED, args=[kind, number])


def _portal() -> Section:
    sites = Site.objects.order_by("pk")
    rows = [(site, PortalSettings.of_site(site).hotline) for site in sites]
    return Section(
        "Đường dây nóng",
        len(rows),
        [Line(hotline or "(chưa ghi)", address(HOTLINE, site.pk)) for site, hotline in rows],
    )


def _amounts(person: Any) -> Iterator[Section]:
    rows = _amounts_of(person)
    lines = [Line(str(amount), address(AMOUNT, amount.pk)) for amount in rows[:MOST]]
    if lines:
        yield Section("Mức thu dùng chung", rows.count(), lines)


def _days(on: date) -> Section:
    rows = CommonDay.objects.filter(ends__gt=on).order_by("begins", "pk")
    lines = [Line(str(day), address(COMMON_DAY, day.pk)) for day in rows[:MOST]]
    return Section("Ngày nghỉ, làm bù chung sắp tới", rows.count(), lines)


def _counters(person: Any, on: date) -> Section:
    papers = hanging_by_counter(person)
    rows = Agency.objects.in_force(on).filter(kind=AgencyKind.COUNTER).order_by("name", "pk")
    lines = [
        Line(
            agency.name, address(AGENCY, agency.pk), f"{count} tờ đang treo" if (count := papers.get(agency.pk)) else ""
        )
        for agency in rows[:MOST]
    ]
    return Section("Giờ làm việc của bộ phận một cửa", rows.count(), lines)


# --- Registered by posting/wagtail_hooks.py -------------------------------------------------------


def addresses() -> list:
    """The index, and one thing."""
    return [
        path("dung-o-dau/", index, name=INDEX),
        path("dung-o-dau/<slug:kind>/<int:number>/", where_used, name=WHERE_USED),
    ]


def menu_item() -> MenuItem:
    """Its place in the menu of reports."""
    return MenuItem(LABEL, reverse(INDEX), icon_name="link", order=110)


def buttons(row: Any, _user: Any, _next_url: str | None = None) -> Iterator[Button]:
    """From the lists of agencies, of days and of amounts."""
    kind = next((kind for model, kind in _LISTED.items() if isinstance(row, model)), None)
    if kind:
        yield Button(LABEL, address(kind, row.pk), icon_name="link", priority=40)


_LISTED: dict[type, str] = {Agency: AGENCY, CommonDay: COMMON_DAY, SharedAmount: AMOUNT}
