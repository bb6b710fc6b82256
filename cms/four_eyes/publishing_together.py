"""Many pages are published at once; what cannot be is left out, and it is said of which page why."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.models import Page

from pages.four_eyes.gate import refusal_of
from procedures_catalog.desk_screens.bulk_publish import PublishKnowing

LEFT_OUT = "Chưa công bố “{title}”: {reason}"


class PublishTogether(PublishKnowing):
    """Where Wagtail would stop at the first page that is refused, and say that somebody has no right."""

    @cached_property
    def _reasons(self) -> dict[int, str]:
        """Page → why it is refused, "" for one that is not; of those that were asked for."""
        return {}

    def get_actionable_objects(self) -> tuple[list[Page], dict[str, Any]]:
        """Those that may be published now, and beside them those that may not."""
        pages, more = super().get_actionable_objects()
        refused = [page for page in pages if self._reason(page)]
        fit = [page for page in pages if page not in refused]
        return fit, {**more, "items_with_no_access": [*more["items_with_no_access"], *refused]}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Says above the question what will be left out."""
        context = super().get_context_data(**kwargs)
        self._say([row["item"] for row in context["items_with_no_access"]])
        return context

    def prepare_action(self, objects: Iterable[Page], objects_without_access: Mapping[str, Iterable[Page]]) -> None:
        """Says what was."""
        super().prepare_action(objects, objects_without_access)
        self._say(objects_without_access["items_with_no_access"])

    def _say(self, refused: Iterable[Page]) -> None:
        for page in refused:
            if reason := self._reasons.get(page.pk):
                title = page.specific_deferred.get_admin_display_title()
                messages.warning(self.request, LEFT_OUT.format(title=title, reason=reason))

    def _reason(self, page: Page) -> str:
        newest = page.latest_revision_id
        if page.pk not in self._reasons:
            said = refusal_of(page.specific_deferred, newest, self.request.user) if newest else ""
            self._reasons[page.pk] = said
        return self._reasons[page.pk]
