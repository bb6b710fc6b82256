"""The screen that makes dated differences out of a draft, and its entry in the menu of a procedure's form."""

from collections.abc import Mapping
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from agencies.day import asked_at, asked_on
from cms.desk.drafts import DraftChangedError, may_discard
from cms.desk.later.form import LaterForm
from cms.desk.later.moving import agency_of, move_draft
from cms.models import Editor
from pages.four_eyes.shown import seal_of_draft
from procedures_catalog.dated.followed import followed
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.dated_screens.listing import ONE, sets_for
from procedures_catalog.dated_screens.reopened import telling
from procedures_catalog.models import ChangeSet, ProcedurePage
from procedures_catalog.models.change_set import OPEN

LABEL = "Cho có hiệu lực từ ngày khác"
LATER = "draft_for_later"


class LaterItem(ActionMenuItem):
    """The entry beside "Lưu bản nháp"."""

    label, name, icon_name, order = LABEL, "for-later", "date", 89

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        """Only where there is a draft beside a public text, and the person may give it up."""
        return context["view"] == "edit" and _is_movable(context["page"], context["request"].user)

    def get_url(self, context: Mapping[str, Any]) -> str:
        """The screen."""
        return reverse(LATER, args=[context["page"].pk])


def _is_movable(page: Any, user: Any) -> bool:
    return isinstance(page, ProcedurePage) and page.live and may_discard(page, user)


class LaterView(View):
    """Asks for the day, then moves the draft's changes."""

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Lets in who may give up the draft of a published procedure."""
        page = get_object_or_404(Page, pk=page_id).specific
        if not _is_movable(page, request.user):
            raise PermissionDenied
        return cast(HttpResponse, super().dispatch(request, page))

    def get(self, request: HttpRequest, page: ProcedurePage) -> HttpResponse:
        """The form."""
        form = LaterForm(offered=_offered(request, page), on=asked_on(request), initial={"title": page.title[:255]})
        return self._shown(request, page, form)

    def post(self, request: HttpRequest, page: ProcedurePage) -> HttpResponse:
        """Moves them; says why not, with what was typed."""
        form = LaterForm(request.POST, offered=_offered(request, page), on=asked_on(request))
        if not form.is_valid():
            return self._shown(request, page, form)
        user = cast(Editor, request.user)
        try:
            with telling(request, form.cleaned_data["changes"]):
                changes, left = move_draft(page, user, asked_at(request), request.POST.get("draft", ""), form_set(form))
        except StepRefused as refused:
            form.add_error(None, str(refused))
            return self._shown(request, page, form)
        except DraftChangedError:
            form.add_error(None, "Bản nháp vừa được lưu thêm. Hãy xem lại rồi quyết định.")
            return self._shown(request, page, form)
        _say(request, changes, left)
        return redirect(ONE, changes.pk)

    def _shown(self, request: HttpRequest, page: ProcedurePage, form: LaterForm) -> HttpResponse:
        said = {"page": page, "form": form, "label": LABEL, "seal": seal_of_draft(page)}
        return render(request, "cms/desk/draft_for_later.html", said, status=422 if form.errors else 200)


def form_set(form: LaterForm) -> Any:
    """What finds the set that was chosen, or makes the new one for an agency."""
    said = form.cleaned_data

    def into(agency: int | None) -> ChangeSet:
        if said["changes"]:
            return cast(ChangeSet, said["changes"])
        new = {name: said[name] for name in ("title", "day", "decision")}
        return ChangeSet.objects.create(agency_id=agency, **new)

    return into


def _offered(request: HttpRequest, page: ProcedurePage) -> QuerySet[ChangeSet]:
    """The open sets of the page's agency, but for those that follow a decision: it writes over what is put there."""
    sets = sets_for(request.user).filter(state__in=OPEN, agency=agency_of(page), day__gt=asked_on(request))
    return sets.exclude(pk__in=followed(list(sets.values_list("pk", flat=True))))


def _say(request: HttpRequest, changes: ChangeSet, left: list[str]) -> None:
    messages.success(request, f"Đã đưa phần sửa vào gói, áp dụng từ ngày {changes.day:%d/%m/%Y} khi được duyệt.")
    if left:
        text = f"Không hẹn ngày được: “{'”, “'.join(left)}”. Phần ấy còn trong bản nháp của trang."
        messages.warning(request, text)


def addresses() -> list[URLPattern]:
    """Where the screen stands."""
    return [path("pages/<int:page_id>/tu-ngay-khac/", LaterView.as_view(), name=LATER)]
