"""Publishing many pages: says page by page what imports keep back and why, and asks again before publishing it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.models import Page

from procedures_catalog.facts.scope.scope import REASONS
from procedures_catalog.models import Judged, ProcedurePage
from procedures_catalog.store.judged import judge_anew

ALTHOUGH = "Tôi đã xem lý do của từng thủ tục bị giữ lại và vẫn công bố ở tỉnh mình"


class PublishKnowing(PublishBulkAction):
    """Wagtail's own, with the reasons; nothing is published that is kept back until somebody says so a second time."""

    template_name = "procedures_catalog/desk/confirm_bulk_publish.html"

    def get_form(self, form_class: Any = None) -> forms.Form:
        """With a second box to tick where something is kept back."""
        form = super().get_form(form_class)
        has_drafts_below = any(page.get_descendants().not_live().exists() for page in self._chosen if page.numchild)
        field = form.fields["include_descendants"]
        field.label, field.widget = (
            "Công bố cả các trang con",
            field.widget if has_drafts_below else forms.HiddenInput(),
        )
        if self._kept_back or self._below:
            form.fields["although"] = forms.BooleanField(label=ALTHOUGH)
        return form

    def object_context(self, obj: Page) -> dict[str, Any]:
        """Adds why imports keep it back."""
        return super().object_context(obj) | {"reason": self._kept_back.get(obj.pk, "")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds how many below are kept back."""
        return super().get_context_data(**kwargs) | {"kept_back_below": self._below, "asks": bool(self._kept_back)}

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        """None where nothing was published: it was said why."""
        if not num_parent_objects and not num_child_objects:
            return None
        return super().get_success_message(num_parent_objects, num_child_objects)

    @cached_property
    def _chosen(self) -> list[Page]:
        return self.get_actionable_objects()[0]

    @cached_property
    def _kept_back(self) -> Mapping[int, str]:
        """Page → why it is kept back, of those that were chosen and are not public."""
        judge_anew()
        rows = Judged.objects.filter(page__in=[page.pk for page in self._chosen], page__live=False).exclude(reason="")
        return {pk: REASONS[reason] for pk, reason in rows.values_list("pk", "reason")}

    @cached_property
    def _below(self) -> int:
        """How many procedures below the chosen pages, which are published with them if so wished, are kept back."""
        kept_back = Judged.objects.filter(page__live=False).exclude(reason__in=["", "internal"])
        below = [ProcedurePage.objects.descendant_of(page) for page in self._chosen if page.numchild]
        return sum(kept_back.filter(page__in=pages.values("pk")).count() for pages in below)
