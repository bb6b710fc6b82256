"""The forms of rows with drafts (words of the search, people's words) publish what others wrote, as those of pages
do."""

from collections.abc import Callable
from typing import Any

from django.contrib.messages import warning
from django.forms import BaseModelForm
from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.snippets.action_menu import ActionMenuItem, PublishMenuItem

from cms.four_eyes.page_form import NOT_PUBLISHED
from pages.four_eyes.authors import has_own_change, is_own
from pages.four_eyes.text import text_of

Method = Callable[..., Any]


def _keeping_the_author(own: Method) -> Method:
    def form_valid(view: Any, form: BaseModelForm) -> HttpResponse:
        """As usual; an untouched draft that is published stays its author's revision."""
        if view.action == "publish" and view.view_name == "edit" and _is_untouched_draft(view, form):
            view.save_instance = lambda: _with_its_revision(view)
        return own(view, form)

    return form_valid


def _is_untouched_draft(view: Any, form: BaseModelForm) -> bool:
    held = type(view.object)._base_manager.get(pk=view.object.pk)
    newest = held.get_latest_revision_as_object()
    return held.has_unpublished_changes and held.latest_revision_id and text_of(newest) == text_of(form.instance)


def _with_its_revision(view: Any) -> Any:
    """What saving would have left behind."""
    view.has_content_changes = False
    view.new_revision = view.live_object.latest_revision
    return view.object


def _of_others(own: Method) -> Method:
    def publish_action(view: Any) -> HttpResponse | None:
        """Publishes what another wrote; what was typed now stays a draft."""
        if not is_own(view.object, view.new_revision.pk, view.request.user.pk):
            return own(view)
        view.action = view.view_name
        warning(view.request, NOT_PUBLISHED)
        return None

    return publish_action


def connect() -> None:
    """Puts it into Wagtail's one view beneath all such forms; twice changes nothing."""
    for name, guard in (("form_valid", _keeping_the_author), ("publish_action", _of_others)):
        own = getattr(CreateEditViewOptionalFeaturesMixin, name)
        if own.__module__ != __name__:
            setattr(CreateEditViewOptionalFeaturesMixin, name, guard(own))


def offer_no_own_change(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Publishing is offered where a draft of others waits."""
    row = context.get("instance")
    waits = row is not None and (row.has_unpublished_changes or not row.live) if context["draftstate_enabled"] else True
    if not waits or (row is not None and context["draftstate_enabled"] and has_own_change(row, request.user)):
        items[:] = [item for item in items if not isinstance(item, PublishMenuItem)]
