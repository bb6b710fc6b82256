"""The desk's form of a page, which never writes over what has been saved meanwhile."""

from typing import cast

from django.contrib.messages import warning
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.revisions import RevisionsCompare, RevisionsRevertView
from wagtail.models import Page, Revision
from wagtail.utils.timestamps import render_timestamp

from cms.desk.form.closed_fields import ClosedFields
from cms.desk.form.two_editors import Clash, clash, is_another_text, loaded_number, newer_draft, newer_revision
from cms.desk.guests.panel import GuestsPanel
from cms.desk.opened import opened
from cms.four_eyes.page_form import NOT_HANDED_IN, PublishesOthersWork
from pages.desk.lost_choices import read_together
from pages.four_eyes.gate import against
from pages.guests.links import may_invite
from procedures_catalog.dated_screens.reopened import rests_on

NOT_SAVED = "Chưa lưu: trong lúc bạn sửa, {} trang này. Chữ bạn đã ghi vẫn còn nguyên trong các ô."
NOT_YOURS = "Chưa làm gì: trang này đang ở chỗ người khác, các ô chỉ để đọc."
SOMEBODY, YOURSELF = "người khác đã lưu", "chính bạn đã lưu ở cửa sổ khác"
IMPORT = "lần nhập dữ liệu đã đưa thay đổi của trung ương vào"
DRAFT_LOST = (
    "Trang có bản nháp mới hơn, do {} lưu lúc {}. Lưu hay công bố bản cũ này thì bản nháp ấy không còn là bản mới "
    "nhất; trước khi lưu, bạn sẽ được xem cả hai bản."
)


class PageEditView(PublishesOthersWork):
    """The form of a page. Saves, publishes and submits only a form that knows the newest text; else shows both texts
    and saves nothing.

    Wagtail asks the browser to ask the server every ten seconds; who is quicker, or sends the form without a browser,
    is not asked at all.
    """

    clash: Clash | None = None

    def get_object(self) -> Page:
        """The draft, as Wagtail makes it; where it is only shown, of what was read already."""
        if self.request.method != "GET":
            return super().get_object()
        return opened(self.real_page_record, super().get_object, self.latest_revision, self.previous_revision)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Of closed fields a browser sends nothing: there is no form to read, and one button that counts."""
        if self.locked_for_user and not self.form_class.base_fields.keys() & request.POST.keys():
            return self._closed(request)
        return super().post(request, *args, **kwargs)

    def _closed(self, request: HttpRequest) -> HttpResponse:
        """Gives the review up where that was pressed, which opens the fields again."""
        if self.is_cancelling_workflow:
            self.workflow_state.cancel(user=request.user)
            self.add_cancel_workflow_confirmation_message()
        else:
            messages.error(request, NOT_YOURS)
        return self.redirect_and_remain()

    def form_valid(self, form: WagtailAdminPageForm) -> HttpResponse:
        """Looks and saves in one go: two forms that arrive together wait for one another here."""
        with transaction.atomic():
            Page.objects.select_for_update().filter(pk=self.page.pk).values_list("pk").first()
            newer = newer_revision(self.page, self.request.user, self.request.POST)
            if newer is None or not is_another_text(self.page, newer, form, self.request.POST):
                return super().form_valid(form)
        return self.refuse(form, newer)

    def form_invalid(self, form: WagtailAdminPageForm) -> HttpResponse:
        """What is shown again to be put right still knows no more than when it was opened."""
        self.page.latest_revision_id = loaded_number(self.request.POST)
        self.latest_revision_created_at = self.request.POST.get("loaded_revision_created_at", "")
        return super().form_invalid(form)

    def refuse(self, form: WagtailAdminPageForm, newer: Revision) -> TemplateResponse | JsonResponse:
        """The form again, with both texts above it (409); of a save by the browser itself only the reason."""
        if self.expects_json_response:
            return self.json_error_response("invalid_revision", _("Saving will overwrite a newer version."))
        self.clash = clash(self.page, newer, form, self.request)
        form.restore_required_fields()
        messages.error(self.request, NOT_SAVED.format(_who(self.clash)))
        self.has_unsaved_changes = True
        response = self.render_to_response(self.get_context_data())
        response.status_code = 409
        return response

    def get_side_panels(self) -> MediaContainer:
        """Wagtail's, and what guests said of the draft."""
        panels = super().get_side_panels()
        if not self.expects_json_response and may_invite(self.page, self.request.user):
            panels.append(GuestsPanel(self.page, self.request))
        return panels

    def get_context_data(self, **kwargs) -> dict:
        """Adds `clash`. The form then waits for the editor: nothing is saved by itself until it was decided; nor where
        saving takes an approval back. What somebody else has just now is shown with its fields closed."""
        if self.clash or self.locked_for_user or rests_on(self.page):
            self.autosave_enabled = False
        context = super().get_context_data(**kwargs)
        fields = {"edit_handler": ClosedFields(context["edit_handler"], self.lock)} if self.locked_for_user else {}
        return {**context, "clash": self.clash, **fields}


def _who(clash: Clash) -> str:
    if clash.is_import:
        return IMPORT
    return YOURSELF if clash.is_own else SOMEBODY


class PageCreateView(CreateView):
    """The form of a new page, which is handed in only as what may become public."""

    def submit_action(self) -> HttpResponse:
        """Kept as a draft where something stands against it, and said what."""
        if not against(self.form.save(commit=False)):
            return cast(HttpResponse, super().submit_action())
        response = self.save_action()
        warning(self.request, NOT_HANDED_IN)
        return cast(HttpResponse, response)


class PageCompareView(RevisionsCompare):
    """Two texts of a page side by side."""

    def get_context_data(self, **kwargs) -> dict:
        """Wagtail's; what both have chosen is read once."""
        with read_together():
            return super().get_context_data(**kwargs)


class PageRevertView(PageEditView, RevisionsRevertView):
    """The form of an earlier version, from which it can be saved again.

    Where a newer draft would be given up for it, the form as it is opened does not know that draft: so it is refused
    once, with both texts.
    """

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Names the draft that stands against it."""
        if draft := newer_draft(self.real_page_record, self.previous_revision):
            by, at = user_display_name(draft.user) or "hệ thống", render_timestamp(draft.created_at)
            messages.warning(request, DRAFT_LOST.format(by, at))
            self.page.latest_revision_id = self.previous_revision.pk
            self.latest_revision_created_at = self.previous_revision.created_at.isoformat()
        return super().get(request, *args, **kwargs)
