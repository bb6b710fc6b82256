"""The desk's screen that gives up a draft: what would be lost, and one button."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from cms.desk.drafts import DISCARDED, DraftChangedError, discard_draft, may_discard
from cms.models import Editor
from pages.four_eyes.shown import seal_of_draft

LABEL = "Bỏ bản nháp"
DISCARD_URL = "discard_draft"


class DiscardItem(ActionMenuItem):
    """The entry in the menu beside "Lưu bản nháp"."""

    label = LABEL
    name = "discard-draft"
    icon_name = "rotate"
    order = 90

    def is_shown(self, context: dict) -> bool:
        """Only where there is a draft that the person may give up."""
        return context["view"] == "edit" and may_discard(context["page"], context["request"].user)

    def get_url(self, context: dict) -> str:
        """Of a page that was never published the draft is all there is: the way leads to Wagtail's deleting."""
        page = context["page"]
        if page.first_published_at is None:
            return reverse("wagtailadmin_pages:delete", args=[page.pk])
        return reverse(DISCARD_URL, args=[page.pk])


class DiscardDraftView(View):
    """Asks, then does it."""

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        """Lets in who may edit a published page that has a draft."""
        page = get_object_or_404(Page, pk=page_id).specific
        if not (page.live and may_discard(page, _editor(request))):
            raise PermissionDenied
        return super().dispatch(request, page)

    def get(self, request: HttpRequest, page: Page) -> HttpResponse:
        """What the draft changes, which will be given up."""
        shown = {"page": page, "changes": _changes(request, page), "seal": seal_of_draft(page)}
        return render(request, "cms/desk/discard_draft.html", shown)

    def post(self, request: HttpRequest, page: Page) -> HttpResponse:
        """Gives it up; asks again when it has changed meanwhile."""
        try:
            discard_draft(page, _editor(request), request.POST.get("draft", ""))
        except DraftChangedError:
            messages.error(request, "Chưa bỏ: bản nháp vừa được lưu thêm. Hãy xem lại rồi quyết định.")
            return redirect(DISCARD_URL, page.pk)
        messages.success(request, f"Đã bỏ bản nháp của trang “{page.title}”. Bản đang công bố là bản mới nhất.")
        return redirect("wagtailadmin_pages:edit", page.pk)


def _editor(request: HttpRequest) -> Editor:
    """Who is signed in: Wagtail lets nobody else come to the screens that are registered with it."""
    return cast(Editor, request.user)


def _changes(request: HttpRequest, page: Page) -> list:
    """The places where the draft differs from the public text, as the compare screen tells them."""
    draft = page.get_latest_revision_as_object()
    panel = page.get_edit_handler().get_bound_panel(instance=draft, request=request, form=None)
    return [change for each in panel.get_comparison() if (change := each(page, draft)).has_changed()]


def addresses() -> list[URLPattern]:
    """Where the screen stands."""
    return [path("pages/<int:page_id>/bo-ban-nhap/", DiscardDraftView.as_view(), name=DISCARD_URL)]


def name_in_the_log(actions: LogActionRegistry) -> None:
    """How the history calls it."""
    actions.register_action(DISCARDED, LABEL, "Đã bỏ bản nháp")
