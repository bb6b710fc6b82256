"""The desk's screens for taking off and closing what the public reads; they ask for the reason that all are told."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin import messages
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.views import page_privacy
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction, UnpublishBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.admin.views.pages.unpublish import Unpublish
from wagtail.models import Page, PageViewRestriction

from agencies.day import asked_at
from pages.desk.reason import LONGEST, SHORTEST, fault_of, reason_of
from pages.taking_off import STILL_PUBLIC, because, is_public

LIMITS = {"shortest": SHORTEST, "longest": LONGEST}
LABEL = "Lý do"
TOLD = "Mọi người ở bàn biên tập đọc lý do này trên trang đầu, cho tới khi có người khác xem lại."


def connect() -> None:
    """Wagtail's screen of who may see a page names its form itself; twice changes nothing."""
    page_privacy.PageViewRestrictionForm = ClosingForm


def _why() -> forms.CharField:
    """The box for the reason."""
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=LABEL, help_text=TOLD, widget=box, required=False, max_length=LONGEST)


class TakeOffView(Unpublish):
    """One page, perhaps with those below it."""

    template_name = "cms/four_eyes/take_off.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Takes it off; asks again without a reason."""
        reason = reason_of(request)
        if fault := fault_of(reason):
            shown = self.get_context_data(reason=reason, fault=fault)
            return cast(HttpResponse, self.render_to_response(shown, status=422))
        with because(reason, asked_at(request)):
            return cast(HttpResponse, super().post(request, *args, **kwargs))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's, and how long a reason is."""
        return {**super().get_context_data(**kwargs), **LIMITS, "told": TOLD}


class TogetherForm(DefaultPageForm):
    """Of many pages at once: whether those below go, too, and why."""

    reason = _why()

    def clean_reason(self) -> str:
        """In one line; ValidationError for none."""
        return _checked(self.cleaned_data["reason"])


class TakeOffTogether(UnpublishBulkAction):
    """Many pages at once."""

    form_class = TogetherForm
    template_name = "cms/four_eyes/take_off_together.html"

    def form_valid(self, form: TogetherForm) -> HttpResponse:
        """For the one reason."""
        with because(form.cleaned_data["reason"], asked_at(self.request)):
            return cast(HttpResponse, super().form_valid(form))

    @classmethod
    def execute_action(
        cls, objects: Iterable[Page], include_descendants: bool = False, user: Any = None, **_more: Any
    ) -> tuple[int, int]:
        """As Wagtail's screen of one page does it: those below are those that this person may take off."""
        pages = list(objects)
        below = sum(page.get_descendants().live().count() for page in pages) if include_descendants else 0
        for page in pages:
            UnpublishPageAction(page, user=user, include_descendants=include_descendants).execute(True)
        return len(pages), below


class DeleteTogether(DeleteBulkAction):
    """Many pages at once, of which none is public."""

    def check_perm(self, page: Page) -> bool:
        """Whether somebody may do it with a page."""
        return bool(super().check_perm(page)) and not is_public(page)


def deleting(request: HttpRequest, page: Page) -> HttpResponseRedirect | None:
    """For `before_delete_page`: what is public is taken off first."""
    if not is_public(page):
        return None
    messages.error(request, STILL_PUBLIC)
    may_take_off = page.permissions_for_user(request.user).can_unpublish()
    return redirect("wagtailadmin_pages:unpublish" if may_take_off else "wagtailadmin_explore", page.pk)


class ClosingForm(PageViewRestrictionForm):
    """Who may see a page. A page that is closed anew is closed for a reason."""

    reason = _why()

    def clean(self) -> dict[str, Any]:
        """ValidationError for none."""
        held = super().clean() or self.cleaned_data
        is_closing = held.get("restriction_type") not in (None, PageViewRestriction.NONE)
        if is_closing and self.instance.pk is None and (fault := fault_of(" ".join(held.get("reason", "").split()))):
            self.add_error("reason", fault)
        return held


def close_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Wagtail's screen of who may see a page."""
    with because(reason_of(request), asked_at(request)):
        return cast(HttpResponse, page_privacy.set_privacy(request, page_id))


def _checked(typed: str) -> str:
    reason = " ".join(typed.split())
    if fault := fault_of(reason):
        raise ValidationError(fault)
    return reason
