"""The desk's form of a page, which never writes over what another person has saved meanwhile."""

from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import Page, Revision

from cms.desk.two_editors import Clash, clash, is_another_text, newer_revision

NOT_SAVED = "Chưa lưu: trong lúc bạn sửa, người khác đã lưu trang này. Chữ bạn đã ghi vẫn còn nguyên trong các ô."


class GuardedMixin:
    """Saves, publishes and submits only a form that knows the newest text; else shows both texts and saves nothing.

    Wagtail asks the browser to ask the server every ten seconds; who is quicker, or sends the form without a browser,
    is not asked at all.
    """

    clash: Clash | None = None

    def form_valid(self, form: WagtailAdminPageForm) -> HttpResponse:
        """Looks and saves in one go: two forms that arrive together wait for one another here."""
        with transaction.atomic():
            Page.objects.select_for_update().filter(pk=self.page.pk).values_list("pk").first()
            newer = newer_revision(self.page, self.request.user, self.request.POST)
            if newer is None or not is_another_text(self.page, newer, form, self.request.POST):
                return super().form_valid(form)
        return self.refuse(form, newer)

    def refuse(self, form: WagtailAdminPageForm, newer: Revision) -> TemplateResponse | JsonResponse:
        """The form again, with both texts above it (409); of a save by the browser itself only the reason."""
        if self.expects_json_response:
            return self.json_error_response("invalid_revision", _("Saving will overwrite a newer version."))
        self.clash = clash(self.page, newer, form, self.request.POST)
        form.restore_required_fields()
        messages.error(self.request, NOT_SAVED)
        self.has_unsaved_changes = True
        response = self.render_to_response(self.get_context_data())
        response.status_code = 409
        return response

    def get_context_data(self, **kwargs) -> dict:
        """Adds `clash`. The form then waits for the editor: nothing is saved by itself until it was decided."""
        context = super().get_context_data(**kwargs)
        waits = {"autosave_enabled": False} if self.clash else {}
        return {**context, "clash": self.clash, **waits}


class PageEditView(GuardedMixin, EditView):
    """The form of a page."""


class PageRevertView(GuardedMixin, RevisionsRevertView):
    """The form of an earlier version, from which it can be saved again."""
