"""Publishing many pages: says page by page what imports keep back and why, and asks again before publishing it; leaves
what one wrote oneself, and says so."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.utils.functional import cached_property
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.models import Page

from agencies.day import asked_on
from pages.four_eyes.authors import has_own_change
from procedures_catalog.desk_screens.gaps import gaps_to_publish
from procedures_catalog.facts.scope.scope import REASONS
from procedures_catalog.models import Judged, ProcedurePage
from procedures_catalog.store.judged import judge_anew

ALTHOUGH = "Tôi đã xem lý do của từng thủ tục bị giữ lại và vẫn công bố ở tỉnh mình"
OWN = "Bạn là người sửa nên không công bố được, cần người khác công bố:"
#: So many are named in a sentence.
MOST_NAMED = 10


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
        """Adds why imports keep it back, and what is missing of it."""
        gaps = self._gaps.get(obj.pk, ())
        return super().object_context(obj) | {"reason": self._kept_back.get(obj.pk, ""), "gaps": gaps}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds how many below are kept back."""
        return super().get_context_data(**kwargs) | {
            "kept_back_below": self._below,
            "asks": bool(self._kept_back),
            "lacks": any(self._gaps.values()),
            "own": self._told_of(self.get_actionable_objects()[1]["items_with_no_access"]),
        }

    def prepare_action(self, objects: Iterable[Page], objects_without_access: Mapping[str, Iterable[Page]]) -> None:
        """Says what stays as it is for being one's own."""
        if sentence := self._told_of(objects_without_access["items_with_no_access"]):
            messages.warning(self.request, sentence)

    def _told_of(self, refused: Iterable[Page]) -> str:
        user: Any = self.request.user
        testers = [(page, page.permissions_for_user(user)) for page in refused]
        own = [page for page, tester in testers if tester.may_publish() and has_own_change(page, user)]
        names = ", ".join(f"“{page.get_admin_display_title()}”" for page in own[:MOST_NAMED])
        more = f" và {len(own) - MOST_NAMED} trang khác" if len(own) > MOST_NAMED else ""
        return f"{OWN} {names}{more}." if own else ""

    @classmethod
    def execute_action(
        cls, objects: Iterable[Page], include_descendants: bool = False, user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        """As Wagtail's; the text of a page that has no version yet is kept in nobody's name, for who publishes it did
        not write it."""
        chosen = list(objects)
        below = [page.get_descendants().not_live().filter(latest_revision=None).specific() for page in chosen]
        for page in [*chosen, *(each for pages in below for each in pages if include_descendants)]:
            if not page.latest_revision_id:
                page.latest_revision = page.specific.save_revision()
        done: tuple[int, int] = super().execute_action(chosen, include_descendants=include_descendants, user=user)
        return done

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
        judge_anew(asked_on(self.request))
        rows = Judged.objects.filter(page__in=[page.pk for page in self._chosen], page__live=False).exclude(reason="")
        return {pk: REASONS[reason] for pk, reason in rows.values_list("pk", "reason")}

    @cached_property
    def _gaps(self) -> Mapping[int, Sequence[Mapping[str, str]]]:
        """Page → what is missing of what would be published, each with the place in its form."""
        return dict(gaps_to_publish([page.pk for page in self._chosen], asked_on(self.request)))

    @cached_property
    def _below(self) -> int:
        """How many procedures below the chosen pages, which are published with them if so wished, are kept back."""
        kept_back = Judged.objects.filter(page__live=False).exclude(reason__in=["", "internal"])
        below = [ProcedurePage.objects.descendant_of(page) for page in self._chosen if page.numchild]
        return sum(kept_back.filter(page__in=pages.values("pk")).count() for pages in below)
