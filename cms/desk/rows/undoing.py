"""The desk's screens that go one step back in a row that is no page: what is there now, what was before, one button."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from wagtail.admin import messages
from wagtail.models import DraftStateMixin
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.models import get_snippet_models

from cms.desk.rows.versions import RowChangedError, StepBack, change_undone, draft_given_up, take
from cms.models import Editor

STEP_URL = "row_step_back"
#: Name of a step in addresses → how it is found, what its button is called, what is said before it and after it.
STEPS: Mapping[str, tuple[Callable[[Any], StepBack | None], str, str, str]] = {
    "bo-ban-nhap": (
        draft_given_up,
        "Bỏ bản nháp",
        "Bản đang công bố sẽ lại là bản mới nhất. Bản nháp vẫn xem lại được trong lịch sử.",
        "Đã bỏ bản nháp của “{}”.",
    ),
    "hoan-tac": (
        change_undone,
        "Hoàn tác lần thay đổi cuối",
        "Bản trước thành bản nháp, chờ người khác xem và công bố. Bản bây giờ vẫn được người dân đọc cho tới lúc ấy.",
        "Đã đưa bản trước của “{}” thành bản nháp; cần người khác công bố.",
    ),
}


def may_step(row: Any, user: Editor) -> bool:
    """Whether somebody may go a step, which is an edit."""
    return bool(type(row).snippet_viewset.permission_policy.user_has_permission(user, "change"))


class StepItem(ActionMenuItem):
    """The entry in the menu beside "Lưu"."""

    icon_name = "rotate"

    def __init__(self, step: str) -> None:
        super().__init__(order=90)
        self.step, self.name, self.label = step, f"step-{step}", STEPS[step][1]

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        """Only where there is such a step that the person may go."""
        row = _stored(context)
        return row is not None and may_step(row, context["request"].user) and STEPS[self.step][0](row) is not None

    def get_url(self, context: Mapping[str, Any]) -> str:
        """The screen that shows what would become of it."""
        meta = context["instance"]._meta
        return reverse(STEP_URL, args=[meta.app_label, meta.model_name, context["instance"].pk, self.step])


class CompareItem(ActionMenuItem):
    """The way to what a draft changes."""

    label = "So sánh với bản đang công bố"
    name = "compare-draft"
    icon_name = "history"
    order = 80

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        """Where there is a draft beside a public text."""
        row = _stored(context)
        return row is not None and draft_given_up(row) is not None

    def get_url(self, context: Mapping[str, Any]) -> str:
        """Wagtail's own comparison."""
        row = context["instance"]
        return reverse(row.snippet_viewset.get_url_name("revisions_compare"), args=[row.pk, "live", "latest"])


def _stored(context: Mapping[str, Any]) -> Any:
    """The row as it stands in the database, of a form that edits one; what the form holds may be its draft."""
    row = context.get("instance")
    return type(row)._base_manager.get(pk=row.pk) if context["view"] == "edit" and row else None


class StepBackView(View):
    """Asks, then does it."""

    def dispatch(self, request: HttpRequest, app_label: str, model_name: str, pk: str, step: str) -> HttpResponse:
        """Lets in who may go this step; Http404 where there is none."""
        model = next((each for each in get_snippet_models() if _named(each) == (app_label, model_name)), None)
        if model is None or step not in STEPS:
            raise Http404
        row = get_object_or_404(model, pk=pk)
        if not may_step(row, cast(Editor, request.user)):
            raise PermissionDenied
        found = STEPS[step][0](row)
        if found is None:
            return redirect(_edit_address(row))
        return cast(HttpResponse, super().dispatch(request, row, step, found))

    def get(self, request: HttpRequest, row: Any, step: str, found: StepBack) -> HttpResponse:
        """What it changes."""
        _, label, before, _ = STEPS[step]
        said = {"row": row, "label": label, "said": before, "step": found, "changes": _changes(request, found)}
        return render(request, "cms/desk/row_step.html", {**said, "edit_address": _edit_address(row)})

    def post(self, request: HttpRequest, row: Any, step: str, found: StepBack) -> HttpResponse:
        """Goes it; asks again when the row has changed since it was shown."""
        try:
            if request.POST.get("seen") != found.seen:
                raise RowChangedError
            take(found, cast(Editor, request.user))
        except RowChangedError:
            messages.error(request, "Chưa làm: mục này vừa được lưu thêm. Hãy xem lại rồi quyết định.")
            return redirect(request.path)
        except ValidationError as error:
            messages.error(request, " ".join(["Chưa làm: bản trước nay không còn hợp lệ.", *error.messages]))
            return redirect(_edit_address(row))
        messages.success(request, STEPS[step][3].format(found.then))
        return redirect(_edit_address(row))


def _named(model: Any) -> tuple[str, str]:
    return model._meta.app_label, model._meta.model_name


def _edit_address(row: Any) -> str:
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])


def _changes(request: HttpRequest, step: StepBack) -> list[Any]:
    """The places that differ, as the compare screen tells them."""
    form = type(step.now).snippet_viewset.get_edit_handler()
    panel = form.get_bound_panel(instance=step.now, request=request, form=None)
    return [change for each in panel.get_comparison() if (change := each(step.now, step.then)).has_changed()]


def addresses() -> list[URLPattern]:
    """Where the screens stand."""
    return [path("muc/<str:app_label>/<str:model_name>/<int:pk>/<slug:step>/", StepBackView.as_view(), name=STEP_URL)]


def compare_item(model: type) -> ActionMenuItem | None:
    """The entry that compares, for what has drafts."""
    return CompareItem() if issubclass(model, DraftStateMixin) else None


def discard_item(model: type) -> ActionMenuItem | None:
    """The entry that gives up a draft, for what has drafts."""
    return StepItem("bo-ban-nhap") if issubclass(model, DraftStateMixin) else None


def undo_item(model: type) -> ActionMenuItem | None:
    """The entry that takes the last change back, for what has drafts; of all else the log keeps each change
    (`cms.undo`)."""
    return StepItem("hoan-tac") if issubclass(model, DraftStateMixin) else None
