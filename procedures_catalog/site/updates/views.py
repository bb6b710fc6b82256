"""The public doors of a day's changes: a page for people, a plain text for a channel."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from agencies.day import DAY, UnclearDayError, asked_on, named_day
from pages.site.any_day import unclear_day
from pages.site.atom import unless_known
from pages.site.sites import portal_of
from procedures_catalog.models import ProcedurePage
from procedures_catalog.presenting.channel_text import Line, by_procedure, channel_text
from procedures_catalog.presenting.note_lines import in_one_line
from procedures_catalog.site.updates.coming import ToCome, next_day_to_come, to_come_on, told_to_come
from procedures_catalog.versions.notes.reading import DayOfChanges, Told, day_of_changes, told

#: Changes on one page of a day, and those of which a channel's text may tell.
_AT_ONCE, _IN_A_TEXT = 100, 30


@require_safe
def updates(request: HttpRequest) -> HttpResponse:
    """What changed on a day, today unless the address names another one; a dozen queries however much changed. Of a
    later day what is approved for it."""
    try:
        day = named_day(request) or asked_on(request)
    except UnclearDayError as unclear:
        return unclear_day(request, str(unclear))
    today = asked_on(request)
    changes = day_of_changes(ProcedurePage.objects.all(), day, today)
    page = Paginator(changes.changes, _AT_ONCE).get_page(request.GET.get("trang"))
    coming = to_come_on(day) if day > today else None
    said = {
        **(_to_come(coming, day, request.GET.get("trang")) if coming else {}),
        "next_to_come": _linked(next_day_to_come(max(day, today))),
        "day": day,
        "is_today": day == today,
        "is_to_come": day > today,
        "results": page,
        "total": page.paginator.count,
        "sectors": _by_sector(told(changes.changes, page.start_index() - 1 if page.paginator.count else 0, _AT_ONCE)),
        "text_url": address_of_text(day),
        "earlier": _linked(changes.earlier),
        "later": _linked(changes.later),
        "today_url": "" if day == today else reverse("updates"),
        "feed": reverse("changes_feed"),
    }
    response = render(request, "procedures_catalog/updates.html", said)
    if not page.paginator.count and not said.get("to_come"):
        response["X-Robots-Tag"] = "noindex"  # there are as many such days as anybody can name
    return response


@require_safe
@unless_known
def updates_text(request: HttpRequest) -> HttpResponse:
    """The same as a text to be sent in a channel; nothing on a day without changes."""
    try:
        day = named_day(request) or asked_on(request)
    except UnclearDayError as unclear:
        return HttpResponse(str(unclear), status=400, content_type="text/plain; charset=utf-8")
    changes = day_of_changes(ProcedurePage.objects.all(), day, asked_on(request))
    text = text_of(changes, day, portal_of(request).site_name)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def text_of(changes: DayOfChanges, day: date, speaker: str) -> str:
    """The text of a day's changes for a channel. Three queries."""
    base = settings.WAGTAILADMIN_BASE_URL
    lines = [
        Line(each.page.told_name, each.text, base + each.page.identity.get_absolute_url())
        for each in told(changes.changes, 0, _IN_A_TEXT)
    ]
    return channel_text(by_procedure(lines), changes.changes.count(), day, speaker, base + address_of_day(day))


def address_of_day(day: date) -> str:
    """The page of a day."""
    return f"{reverse('updates')}?{urlencode({DAY: day.isoformat()})}"


def address_of_text(day: date) -> str:
    """The text of a day."""
    return f"{reverse('updates_text')}?{urlencode({DAY: day.isoformat()})}"


def _linked(day: date | None) -> dict[str, Any] | None:
    return {"day": day, "url": address_of_day(day)} if day else None


def _to_come(coming: ToCome, day: date, number: str | None) -> dict[str, Any]:
    """What will change on a day, a page of it."""
    page = Paginator(coming.pages, _AT_ONCE).get_page(number)
    told_of = told_to_come(coming, day, max(page.start_index() - 1, 0), _AT_ONCE)
    items = [
        {"title": each.told_name, "code": each.code, "url": each.get_url(), "notes": notes} for each, notes in told_of
    ]
    total = page.paginator.count
    return {"to_come": items, "to_come_pages": page, "to_come_total": total, "to_begin": coming.beginning}


def _by_sector(changes: list[Told]) -> list[dict[str, Any]]:
    """The changes under their sectors, in the order in which they come."""
    sectors: dict[str, list[dict[str, Any]]] = {}
    for each in changes:
        name = each.page.sector.name if each.page.sector else ""
        sectors.setdefault(name, []).append(_item(each))
    return [{"name": name or "Chưa ghi lĩnh vực", "changes": items} for name, items in sectors.items()]


def _item(each: Told) -> dict[str, Any]:
    return {
        "title": each.page.told_name,
        "code": each.page.code,
        "url": f"{each.page.get_url()}#ban-{each.number}",
        "note": in_one_line(each.text),
        "at": each.noted_at,
    }
