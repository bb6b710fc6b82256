"""The desk's screens of what citizens see at once: the list of changes with who, before and after, the question before
one is taken back, and the way to both from every form."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.views import View
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import Button
from wagtail.contrib.settings.views import EditView as SettingsView

from agencies.day import asked_at
from audit.listening.rows import CREATED
from audit.models import LogRow
from audit.reading.kept import UNDER, is_kept
from audit.wording import kind_in_words
from cms.log.screen import ChangesColumn, LogReport, changes_in_words, in_words, on_days, streamed
from cms.models import Editor
from cms.undo.emptied import emptied_by
from cms.undo.going_back import UNDONE, CannotUndoError, hindrances, undo
from cms.undo.rights import kinds_of, kinds_under, may_undo, rows_for, sees_any
from cms.undo.turns import ACTIONS, Turn, has_values, press_of
from pages.taking_off import because

REPORT, REPORT_ROWS, UNDO_URL = "seen_at_once", "seen_at_once_results", "undo_change"
#: So many rows of a press are named.
_NAMED = 3
WAY_BACK = "Các thay đổi, hoàn tác"
LABEL, OF_ONE = "Thay đổi công dân thấy ngay", "Các thay đổi"


# --- The list -------------------------------------------------------------------------------------


def _kinds(request: HttpRequest) -> list[tuple[str, str]]:
    names = [each._meta.label_lower for each in kinds_of(cast(Editor, request.user))]
    return sorted(((name, kind_in_words(name)) for name in names), key=lambda each: each[1])


class ChangesFilterSet(WagtailFilterSet):
    """Of what kind, by whom, on which days. What commands and imports wrote is left out unless it is asked for: they
    write thousands of rows."""

    kind = django_filters.ChoiceFilter(label="Loại", choices=(), empty_label="Tất cả")
    actor_name = django_filters.CharFilter(label="Người làm", lookup_expr="icontains")
    name = django_filters.CharFilter(label="Tên", lookup_expr="icontains")
    day = django_filters.DateFromToRangeFilter(label="Từ ngày đến ngày", widget=DateRangePickerWidget, method="on_days")

    commands = django_filters.ChoiceFilter(
        label="Do lệnh, đợt nhập", choices=[("also", "Kể cả")], method="as_they_are", empty_label="Không kể"
    )

    class Meta:
        model = LogRow
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["kind"].extra["choices"] = _kinds(self.request)

    def on_days(self, rows: QuerySet, _name: str, days: slice) -> QuerySet:
        """From the first moment of one day to the last of the other."""
        return on_days(rows, days)

    def as_they_are(self, rows: QuerySet, _name: str, _value: str) -> QuerySet:
        """All of them."""
        return rows

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As chosen."""
        rows = super().filter_queryset(queryset)
        return rows if self.form.cleaned_data.get("commands") else rows.filter(command="")


class _UndoColumn(Column):
    """The way to the question; of what was taken back, that it was."""

    def get_value(self, instance: Any) -> SafeString | str:
        """A link where the log keeps the values."""
        if instance.is_undone:
            return "đã hoàn tác"
        if not has_values(instance):
            return ""
        return format_html('<a href="{}">Hoàn tác thay đổi này</a>', reverse(UNDO_URL, args=[instance.number]))


class SeenAtOnceReport(ReportView):
    """The changes, the newest first; `?thing=agencies.agency:7` those of one row."""

    page_title = LABEL
    header_icon = "rotate"
    index_url_name = REPORT
    index_results_url_name = REPORT_ROWS
    model = LogRow
    filterset_class = ChangesFilterSet
    columns = [
        Column("when", label="Lúc"),
        Column("who", label="Ai"),
        Column("what", label="Việc"),
        Column("thing", label="Nội dung"),
        _UndoColumn("undo", label="Hoàn tác"),
        ChangesColumn("changes", label="Trước → sau"),
    ]
    list_export = ["number", "when", "who", "what", "thing", "changes_text"]
    export_headings = {name: LogReport.export_headings.get(name, "Nội dung") for name in list_export}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """For those who keep the catalogue; of one row for who may change it."""
        if not (sees_any(cast(Editor, request.user)) or self._thing(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """The row, where it is one's."""
        row = self.get_queryset().order_by("-number").first() if self._thing(self.request) else None
        return f"{OF_ONE}: {row.name}" if row else ""

    def get_queryset(self) -> QuerySet:
        """What this account may take back."""
        return self._of_thing(rows_for(cast(Editor, self.request.user)), self._thing(self.request))

    def decorate_paginated_queryset(self, object_list: Any) -> Sequence[LogRow]:
        """In words, and with what was taken back."""
        if self.is_export:
            return cast(Sequence[LogRow], object_list)
        rows = in_words(object_list)
        undone = _undone_since(min((row.number for row in rows), default=0))
        for row in rows:
            vars(row)["is_undone"] = row.number in undone
        return rows

    def write_csv_response(self, queryset: Any) -> Any:
        """The file, in the same words."""
        return super().write_csv_response(streamed(queryset))

    def write_xlsx_response(self, queryset: Any) -> Any:
        """The file, in the same words."""
        return super().write_xlsx_response(streamed(queryset))

    def _thing(self, request: HttpRequest) -> str:
        return request.GET.get("thing", "")

    def _of_thing(self, rows: QuerySet, thing: str) -> QuerySet:
        if not thing:
            return rows
        kind, _, key = thing.partition(":")
        hanging = Q(kind__in=kinds_under(kind), details__contains=f'"{UNDER}":"{kind}:{key}"')
        return rows.filter(Q(kind=kind, key=key) | hanging)


def _undone_since(number: int) -> set[int]:
    """The numbers of the rows that were taken back, of those from one on."""
    told = LogRow.objects.filter(action=UNDONE, number__gt=number) if number else LogRow.objects.none()
    return {each for row in told for each in row.said.get("undone", ())}


# --- The question ---------------------------------------------------------------------------------


class UndoView(View):
    """Asks, then takes a change back."""

    def dispatch(self, request: HttpRequest, number: int) -> HttpResponse:
        """Lets in who may do what the change did; Http404 for others, and for a row of the log that keeps no values."""
        row = get_object_or_404(LogRow, pk=number, action__in=ACTIONS)
        press = press_of(row)
        user = cast(Editor, request.user)
        if not press or not all(is_kept(turn.model) and may_undo(turn, user) for turn in press):
            raise Http404
        return cast(HttpResponse, super().dispatch(request, row, press))

    def get(self, request: HttpRequest, row: LogRow, press: Sequence[Turn]) -> HttpResponse:
        """What it was and what it will be again, or what stands against it."""
        return self._shown(request, row, press, hindrances(press))

    def post(self, request: HttpRequest, row: LogRow, press: Sequence[Turn]) -> HttpResponse:
        """Does it, or says what stands against it."""
        try:
            with because("Hoàn tác việc mở lại trang.", asked_at(request)):
                undo(press, cast(Editor, request.user))
        except CannotUndoError as error:
            return self._shown(request, row, press, error.sentences)
        address = f"{reverse(REPORT)}?{urlencode({'thing': _thing_of(press[-1])})}"
        buttons = [messages.button(address, "Xem các thay đổi trước")] if (earlier := _earlier(press)) else []
        messages.success(request, _done(press, earlier), buttons=buttons)
        return redirect(address)

    def _shown(self, request: HttpRequest, row: LogRow, press: Sequence[Turn], against: list[str]) -> HttpResponse:
        (told,) = in_words([row])
        said = {"row": told, "places": list(_places(press)), "against": against, "emptied": emptied_by(press)}
        back = f"{reverse(REPORT)}?{urlencode({'thing': _thing_of(press[-1])})}"
        is_refused = against and request.method == "POST"
        return render(request, "cms/undo/change.html", {**said, "back": back}, status=409 if is_refused else 200)


def _done(press: Sequence[Turn], earlier: bool) -> str:
    """What stands there now: only this change was taken back, what was changed before it stays."""
    stands = [turn.model._base_manager.filter(pk=turn.key).first() for turn in press]
    names = ", ".join(f"“{row}”" for row in stands[:_NAMED] if row) if any(stands) else ""
    said = f"Đã hoàn tác, nay là: {names}." if names else f"Đã hoàn tác: “{press[-1].name}” không còn."
    more = " Trước đó còn thay đổi khác của nội dung này, vẫn giữ nguyên." if earlier else ""
    return f"{said} Người dân thấy ngay.{more}"


def _earlier(press: Sequence[Turn]) -> bool:
    """Whether something of the same was changed before, and is not taken back."""
    rows = LogRow.objects.filter(action__in=ACTIONS).exclude(action=CREATED)
    before = [
        row.number
        for turn in press
        for row in rows.filter(kind=turn.model._meta.label_lower, key=turn.key, number__lt=turn.rows[0].number)
    ]
    return bool(set(before) - _undone_since(min(before, default=0)))


def _thing_of(turn: Turn) -> str:
    return turn.under or f"{turn.model._meta.label_lower}:{turn.key}"


def _places(press: Sequence[Turn]) -> Iterator[tuple[str, str, str]]:
    """Place, what stands there now, what will stand there again."""
    for turn in press:
        kind = turn.model._meta.label_lower
        for row in reversed(turn.rows):
            for label, before, after in changes_in_words(row):
                yield f"{kind_in_words(kind)} “{turn.name}” – {label}", after, before


# --- Where they stand -----------------------------------------------------------------------------


def addresses() -> list[URLPattern]:
    """The list, its rows alone while somebody filters, and the question."""
    return [
        path("thay-doi/", SeenAtOnceReport.as_view(), name=REPORT),
        path("thay-doi/dong/", SeenAtOnceReport.as_view(results_only=True), name=REPORT_ROWS),
        path("thay-doi/<int:number>/hoan-tac/", UndoView.as_view(), name=UNDO_URL),
    ]


class _ReportItem(MenuItem):
    """Shown to those who keep the catalogue."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether there is a kind of which the person keeps all rows."""
        return sees_any(cast(Editor, request.user))


def report_item() -> MenuItem:
    """Its place in the menu of reports, behind the log."""
    return _ReportItem(LABEL, reverse(REPORT), icon_name="rotate", order=81)


def _with_changes(own: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    def get_header_more_buttons(view: Any) -> list[Any]:
        """With the way to what was changed in this row, where citizens see it at once."""
        if not is_kept(view.model) or getattr(view, "object", None) is None:
            return own(view)
        thing = {"thing": f"{view.model._meta.label_lower}:{view.object.pk}"}
        address = f"{reverse(REPORT)}?{urlencode(thing)}"
        return [*own(view), Button(OF_ONE, url=address, icon_name="rotate", priority=90)]

    return get_header_more_buttons


def _with_way_back(own: Callable[..., list[Any] | None]) -> Callable[..., list[Any]]:
    def get_success_buttons(view: Any) -> list[Any]:
        """With the way back, beside what tells that it was saved."""
        row = getattr(view, "object", None)
        if not is_kept(view.model) or row is None or row.pk is None:
            return own(view) or []
        address = f"{reverse(REPORT)}?{urlencode({'thing': f'{view.model._meta.label_lower}:{row.pk}'})}"
        return [*(own(view) or []), messages.button(address, WAY_BACK)]

    return get_success_buttons


def connect() -> None:
    """Puts the way into Wagtail's views beneath all forms and histories of rows; twice changes nothing."""
    for form in (CreateView, EditView, SettingsView):
        if form.get_success_buttons.__module__ != __name__:
            form.get_success_buttons = _with_way_back(form.get_success_buttons)
    for view in (EditView, HistoryView):
        if view.get_header_more_buttons.__module__ != __name__:
            view.get_header_more_buttons = _with_changes(view.get_header_more_buttons)
