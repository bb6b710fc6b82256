"""The form of a page publishes what others wrote, and nothing else: what is typed into it while one presses "Công bố"
is a change of one's own, which becomes a draft."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.messages import warning
from django.http import HttpRequest, HttpResponse
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page, Revision

from pages.four_eyes.gate import OWN_APPROVAL, OWN_CHANGE, against
from pages.four_eyes.swaps import has_swapped, swapped_after
from pages.four_eyes.text import HOURS, text_of

NOT_PUBLISHED = f"Đã lưu bản nháp, chưa công bố. {OWN_CHANGE}"
OWN_FILE = "Đã lưu bản nháp. Bạn đã thay tệp dùng trong bản này; cần người khác công bố."
NOT_HANDED_IN = "Đã lưu bản nháp, chưa gửi duyệt: hãy làm điều ghi ở trên trước."
NOT_APPROVED = f"Đã lưu bản nháp, chưa duyệt. {OWN_APPROVAL}"


class PublishesOthersWork(EditView):
    """Wagtail's form writes a revision in the name of whoever publishes or approves, so that one no longer sees whose
    the text is. Here the author's own revision is published."""

    def publish_action(self) -> HttpResponse:
        """Publishes what waits, or keeps what was typed as a draft."""
        if sentence := NOT_PUBLISHED if self._is_changed() else self._not_yet("công bố"):
            return self._kept_as_draft(sentence)
        return self._published(self._what_waits())

    def submit_action(self) -> HttpResponse:
        """Hands in what may become public as it is; else it is kept as a draft, and its author learns it at once
        instead of from who checks it."""
        return self._handed_in(super().submit_action)

    def restart_workflow_action(self) -> HttpResponse:
        """The same where a review begins anew."""
        return self._handed_in(super().restart_workflow_action)

    def _handed_in(self, hand_in: Callable[[], HttpResponse]) -> HttpResponse:
        self.page = self.form.save(commit=False)
        return self._kept_as_draft(NOT_HANDED_IN) if against(self.page) else hand_in()

    def perform_workflow_action(self) -> HttpResponse:
        """Approves what waits, or keeps what was typed as a draft; sends back with what was typed."""
        is_changed = self._is_changed()
        sentence = NOT_APPROVED if is_changed else self._not_yet("duyệt")
        if sentence and self.workflow_action == "approve":
            return self._kept_as_draft(sentence)
        self.has_content_changes = is_changed
        return cast(HttpResponse, super().perform_workflow_action())

    def _not_yet(self, act: str) -> str:
        """Why what waits is not published or approved; "" where nothing stands against it."""
        said = self._files_swapped()
        if said:
            return said
        said = against(self._newest)
        return f"Đã lưu bản nháp, chưa {act}. {said}" if said else ""

    def _files_swapped(self) -> str:
        """Why what waits is saved once more and looked at again first."""
        newest = self.page.latest_revision_id
        if newest and has_swapped(self.page, newest, self.request.user.pk):
            return OWN_FILE
        return swapped_after(self.page, newest) if newest else ""

    def _is_changed(self) -> bool:
        """Whether the form says something else than the newest text."""
        self.page = self.form.save(commit=False)
        return text_of(self.page) != text_of(self._newest)

    @property
    def _newest(self) -> Page:
        return type(self.page)._base_manager.get(pk=self.page.pk).get_latest_revision_as_object()

    def _kept_as_draft(self, sentence: str) -> HttpResponse:
        response = self.save_action()
        warning(self.request, sentence)
        return cast(HttpResponse, response)

    def _what_waits(self) -> Revision:
        """The author's revision. With the hours that the publisher chose or a comment it is a new one, still the
        author's; where no draft waits the portal's own text is kept."""
        draft = self.page.latest_revision if self.page.has_unpublished_changes else None
        if draft and not self._has_more_than_text():
            return draft
        return self.page.save_revision(user=draft and draft.user)

    def _has_more_than_text(self) -> bool:
        comments = self.form.formsets.get("comments")
        newest = self._newest
        hours = any(getattr(self.page, name) != getattr(newest, name) for name in HOURS)
        return hours or bool(comments and comments.has_changed())

    def _published(self, revision: Revision) -> HttpResponse:
        """As Wagtail does it, with its hooks."""
        self.subscription.save()
        if response := self.run_hook("before_publish_page", self.request, self.page):
            return cast(HttpResponse, response)
        revision.publish(user=self.request.user)
        self._tell_of_comments(revision)
        self.page = type(self.page).objects.get(pk=self.page.pk)
        if response := self.run_hook("after_publish_page", self.request, self.page):
            return cast(HttpResponse, response)
        messages.success(self.request, self._done(revision), buttons=[self.get_edit_message_button()])
        return cast(HttpResponse, self.run_hook("after_edit_page", self.request, self.page) or self.redirect_away())

    def _tell_of_comments(self, revision: Revision) -> None:
        comments = self.form.formsets.get("comments")
        if comments and comments.has_changed():
            changes = self.get_commenting_changes()
            self.log_commenting_changes(changes, revision)
            self.send_commenting_notifications(changes)

    def _done(self, revision: Revision) -> str:
        title = self.page.get_admin_display_title()
        hour = Revision.objects.values_list("approved_go_live_at", flat=True).get(pk=revision.pk)
        return f"Đã hẹn giờ công bố trang “{title}”." if hour else f"Đã công bố trang “{title}”."


# --- Beside the form ------------------------------------------------------------------------------


def offer_no_own_change(items: list[ActionMenuItem], _request: HttpRequest, context: dict[str, Any]) -> None:
    """The form of an earlier version publishes nothing: bringing it back is a change."""
    if context["view"] == "revisions_revert":
        items[:] = [item for item in items if not isinstance(item, PublishMenuItem)]
