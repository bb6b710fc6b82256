"""The desk's screens for publishing alone: the question with its reason, the notice on everybody's front page, and the
button of who has looked at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry, DraftStateMixin, Page
from wagtail.snippets.action_menu import ActionMenuItem as RowActionMenuItem
from wagtail.snippets.models import get_snippet_models

from agencies.day import asked_at
from cms.four_eyes.emergency import (
    ALONE,
    LOOKED_AT,
    NewerDraftError,
    confirm,
    may_confirm,
    may_publish_alone,
    may_take_back,
    publish_alone,
    take_back,
)
from cms.models import Editor
from pages.afterwards import CannotTakeBackError, looking_at, rows_to_look_at
from pages.desk.reason import LONGEST, SHORTEST, fault_of, reason_of
from pages.four_eyes.shown import seal_of_draft
from pages.models.emergency import EmergencyPublication, Kind
from pages.taking_off import ACTIONS

LABEL = "Công bố khẩn cấp"
PAGE_URL, ROW_URL, CONFIRM_URL = "publish_page_alone", "publish_row_alone", "looked_at_alone"
ABOVE_THE_DAYS_WORK = 5
#: What the form sends that takes back.
BACK = "back"
_LOOKED_AT = "Đã ghi nhận bạn xem lại “{}”."
_TAKEN_BACK = "Đã trả lại như trước: “{}”."


# --- Doing it -------------------------------------------------------------------------------------


class PublishAloneView(View):
    """Asks for the reason, then does it."""

    def dispatch(self, request: HttpRequest, **named: Any) -> HttpResponse:
        """Lets in who wrote what waits and might publish it if it were another's."""
        row = _row(**named)
        if not may_publish_alone(row, cast(Editor, request.user)):
            raise PermissionDenied
        return cast(HttpResponse, super().dispatch(request, row))

    def get(self, request: HttpRequest, row: Any) -> HttpResponse:
        """What would become public, and the box for the reason."""
        return self._shown(request, row)

    def post(self, request: HttpRequest, row: Any) -> HttpResponse:
        """Does it; asks again without a reason, or when the draft has changed since it was shown."""
        reason = reason_of(request)
        if fault := fault_of(reason):
            return self._shown(request, row, reason, fault)
        try:
            publish_alone(row, cast(Editor, request.user), request.POST.get("draft", ""), reason, asked_at(request))
        except NewerDraftError:
            return self._shown(request, row, reason, "Chưa công bố: bản nháp vừa được lưu thêm. Hãy xem lại.")
        except ValidationError as error:
            return self._shown(request, row, reason, " ".join(["Chưa công bố được.", *error.messages]))
        messages.success(request, f"Đã công bố khẩn cấp “{row}”. Mọi người thấy việc này ở trang đầu của bàn biên tập.")
        return redirect(edit_address(row))

    def _shown(self, request: HttpRequest, row: Any, reason: str = "", fault: str = "") -> HttpResponse:
        draft = row.get_latest_revision_as_object()
        said = {"row": row, "changes": _changes(request, row, draft), "reason": reason, "fault": fault}
        said |= {"seal": seal_of_draft(row)}
        limits = {"shortest": SHORTEST, "longest": LONGEST, "edit_address": edit_address(row), "label": LABEL}
        status = 422 if fault else 200
        return render(request, "cms/four_eyes/publish_alone.html", {**said, **limits}, status=status)


def _row(page_id: int = 0, app_label: str = "", model_name: str = "", pk: int = 0) -> Any:
    """The page or the row that an address names."""
    if page_id:
        return get_object_or_404(Page, pk=page_id).specific
    named = (
        each
        for each in get_snippet_models()
        if (each._meta.app_label, each._meta.model_name) == (app_label, model_name)
    )
    model = next(named, None)
    if model is None or not issubclass(model, DraftStateMixin):
        raise Http404
    return get_object_or_404(model, pk=pk)


def _changes(request: HttpRequest, row: Any, draft: Any) -> list[Any]:
    """The places where the draft differs from the public text, as the compare screen tells them; none of what is public
    for the first time."""
    if not row.live:
        return []
    handler = draft.get_edit_handler() if isinstance(row, Page) else row.snippet_viewset.get_edit_handler()
    panel = handler.get_bound_panel(instance=draft, request=request, form=None)
    return [change for each in panel.get_comparison() if (change := each(row, draft)).has_changed()]


def edit_address(row: Any) -> str:
    """Where the form of a page or a row stands."""
    return reverse(_screen(row, "edit"), args=[row.pk])


def _screen(row: Any, name: str) -> str:
    """What addresses call one of Wagtail's screens of a page or a row."""
    return f"wagtailadmin_pages:{name}" if isinstance(row, Page) else str(row.snippet_viewset.get_url_name(name))


class PublishPageAlone(ActionMenuItem):
    """The entry in the menu of a page's form."""

    label, name, icon_name, order = LABEL, "publish-alone", "warning", 95

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        """Only to who wrote what waits."""
        return context["view"] == "edit" and may_publish_alone(context["page"], context["request"].user)

    def get_url(self, context: Mapping[str, Any]) -> str:
        """The screen that asks for the reason."""
        return reverse(PAGE_URL, args=[context["page"].pk])


class PublishRowAlone(RowActionMenuItem):
    """The entry in the menu of a row's form."""

    label, name, icon_name, order = LABEL, "publish-alone", "warning", 95

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        """Only to who wrote what waits."""
        return context["view"] == "edit" and may_publish_alone(context["instance"], context["request"].user)

    def get_url(self, context: Mapping[str, Any]) -> str:
        """The screen that asks for the reason."""
        meta = context["instance"]._meta
        return reverse(ROW_URL, args=[meta.app_label, meta.model_name, context["instance"].pk])


def row_item(model: type) -> RowActionMenuItem | None:
    """The entry, for what has drafts."""
    return PublishRowAlone() if issubclass(model, DraftStateMixin) else None


# --- Telling everybody ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Notice:
    """One publication as the front page tells it: where what it changed is seen ("" for who may not), whether this
    person may say that it was looked at, and whether he may take it back by that."""

    told: EmergencyPublication
    address: str
    may_confirm: bool
    may_take_back: bool


def notices(user: Editor, moment: Any) -> Iterator[Notice]:
    """What everybody is told of at a moment. Two queries, and one for each kind of thing."""
    things = GenericPrefetch("thing", rows_to_look_at())
    rows = EmergencyPublication.objects.told(moment).select_related("by", "looked_by").prefetch_related(things)
    for told in rows:
        may = may_confirm(told, user)
        yield Notice(told, _compared(told) if may else "", may, may and may_take_back(told))


def _compared(told: EmergencyPublication) -> str:
    """Where one sees what it changed."""
    row: Any = told.thing
    if row is None:
        return ""
    if looking := looking_at(row):
        return looking.where(row)
    if not (told.before_id and told.revision_id):
        return edit_address(row)
    return reverse(_screen(row, "revisions_compare"), args=[row.pk, told.before_id, told.revision_id])


class EmergencyPanel(Component):
    """Above the day's work."""

    name = "emergencies"
    template_name = "cms/four_eyes/emergencies.html"
    order = ABOVE_THE_DAYS_WORK

    class Media:
        css = {"all": ["css/desk/front_page.css"]}

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The notices."""
        request = parent_context["request"]
        return {"notices": list(notices(request.user, asked_at(request))), "csrf_token": parent_context["csrf_token"]}


def put_emergencies_first(_request: HttpRequest, panels: list[Component]) -> None:
    """Adds them to the panels."""
    panels.append(EmergencyPanel())


class LookedAtView(View):
    """The buttons "Đã xem lại" and "Trả lại lời cũ"."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Notes who looked at it, perhaps takes it back, and leads to the front page again."""
        told = get_object_or_404(EmergencyPublication, pk=number)
        does, done = (take_back, _TAKEN_BACK) if BACK in request.POST else (confirm, _LOOKED_AT)
        try:
            does(told, cast(Editor, request.user), asked_at(request))
        except CannotTakeBackError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, done.format(told.title))
        return redirect("wagtailadmin_home")


# --- Where it stands ------------------------------------------------------------------------------


def addresses() -> list[URLPattern]:
    """Where the screens stand."""
    ask = PublishAloneView.as_view()
    return [
        path("pages/<int:page_id>/cong-bo-khan/", ask, name=PAGE_URL),
        path("muc/<str:app_label>/<str:model_name>/<int:pk>/cong-bo-khan/", ask, name=ROW_URL),
        path("cong-bo-khan/<int:number>/da-xem/", LookedAtView.as_view(), name=CONFIRM_URL),
    ]


class _Alone(LogFormatter):
    """Says why."""

    label = LABEL
    done = "Đã công bố khẩn cấp bản do chính mình sửa."

    def format_message(self, log_entry: BaseLogEntry) -> str:
        """One sentence."""
        return f"{self.done} Lý do: {log_entry.data.get('reason', '')}"


class _TakenOff(_Alone):
    """The same of what was taken off."""

    label, done = "Gỡ, có lý do", "Đã gỡ khỏi cổng."


class _Closed(_Alone):
    """And of what was closed."""

    label, done = "Hạn chế người xem, có lý do", "Đã hạn chế người xem trang."


def name_in_the_log(actions: LogActionRegistry) -> None:
    """How the history calls them."""
    actions.register_action(ALONE)(_Alone)
    actions.register_action(ACTIONS[Kind.TAKEN_OFF])(_TakenOff)
    actions.register_action(ACTIONS[Kind.CLOSED])(_Closed)
    actions.register_action(LOOKED_AT, "Xem lại", "Đã xem lại việc một người tự làm")
