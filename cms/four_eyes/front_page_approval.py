"""The buttons on the front page approve the text that waited when the page was shown, and no other.

The form of a page compares what it holds with what waits; these buttons hold no text, so their address carries the seal
of the draft.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.views.generic.workflow import BaseWorkflowFormView, WorkflowAction
from wagtail.models import Page

from pages.four_eyes.shown import is_as_shown, seal_of_draft

#: What names the seal in the address of a button.
SEEN = "seen"
CHANGED = "Chưa duyệt: bản này vừa được lưu thêm sau khi trang đầu hiện ra. Hãy xem lại rồi duyệt."


def seal_of_waiting(row: Any, revision: Any) -> str:
    """The seal of the draft of a page or a row that waits for an approval; no query where `revision`, which was handed
    in, is the newest one."""
    if revision is not None and revision.pk == row.latest_revision_id:
        row.latest_revision = revision
    return seal_of_draft(row)


Method = Callable[..., Any]


def _as_shown(own: Method) -> Method:
    def post(view: WorkflowAction, request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        """As usual; an approval of another text than was shown is refused, and leads back to see it."""
        seen = request.GET.get(SEEN)
        if view.action_name != "approve" or seen is None:
            return own(view, request, *args, **named)
        with transaction.atomic():
            model = Page if isinstance(view.object, Page) else type(view.object)
            held = model._base_manager.select_for_update().get(pk=view.object.pk)
            if is_as_shown(held, seen):
                return own(view, request, *args, **named)
        messages.error(request, CHANGED)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return view.render_modal_json(request, {"step": "success", "redirect": view.redirect_url})
        return redirect(view.redirect_url)

    return post


def _with_seal(own: Method) -> Method:
    def get_submit_url(view: BaseWorkflowFormView) -> str:
        """As usual, with the seal that the button carried."""
        seen = view.request.GET.get(SEEN)
        return own(view) + (f"?{urlencode({SEEN: seen})}" if seen else "")

    return get_submit_url


def connect() -> None:
    """Puts it into Wagtail's one view beneath these buttons; twice changes nothing."""
    for kind, name, guard in (
        (WorkflowAction, "post", _as_shown),
        (BaseWorkflowFormView, "get_submit_url", _with_seal),
    ):
        own = getattr(kind, name)
        if own.__module__ != __name__:
            setattr(kind, name, guard(own))
