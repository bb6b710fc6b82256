"""What the form of a procedure asks the server for: the official part to copy, and what citizens will no longer see."""

from collections.abc import Iterator
from datetime import date
from typing import Any, cast
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowAction
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from agencies.day import asked_on
from procedures_catalog.comparing.dropped import Dropped, dropped, without
from procedures_catalog.desk.complete.against import gaps_on_form
from procedures_catalog.desk.official import is_frozen, layer_value
from procedures_catalog.desk_screens.under_layer import parts_changed_under_layer
from procedures_catalog.facts.fees.shared import shared_in, with_amounts
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.overlay import PARTS
from procedures_catalog.models import ProcedurePage

#: What is read with a public page at once, however many rows it has.
_ROWS = ("levels", "agencies__registered", "applicants__kind", "legal_bases")


def draft_of(request: HttpRequest, page_id: int) -> ProcedurePage:
    """The page as its form shows it: its newest revision. Http404, or PermissionDenied for who may not edit it."""
    page = get_object_or_404(ProcedurePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page.get_latest_revision_as_object()


class OfficialPartView(View):
    """GET: a block of the province's layer that holds the official part, as Wagtail's script takes it."""

    def get(self, request: HttpRequest, page_id: int, part: str) -> JsonResponse:
        """JSON with `type`, `id` (of a new block) and `value`, the state of the block's form."""
        if part not in PARTS:
            raise Http404
        block = _overlay().child_blocks[part]
        value = block.to_python({"value": layer_value(draft_of(request, page_id), part)})
        return JsonResponse({"type": part, "id": str(uuid4()), "value": block.get_form_state(value)})


class DroppedView(View):
    """POST the overlay's fields of the form: what citizens will no longer see when it is published, as HTML."""

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Nothing is saved. Empty where nothing is lost; 422 while a field holds what cannot be read."""
        page = draft_of(request, page_id)
        sent = _overlay().value_from_datadict(request.POST, request.FILES, "overlay")
        try:
            read = _overlay().clean_deferred(sent)
        except ValidationError:
            return HttpResponse(status=422)
        typed = _overlay().get_prep_value(read)
        rows = dropped_rows(page, with_amounts(typed, page.amounts_of(shared_in(typed))), asked_on(request))
        return render(request, "procedures_catalog/desk/dropped.html", {"dropped": rows})


def _overlay() -> StreamBlock:
    return cast(StreamField, ProcedurePage._meta.get_field("overlay")).stream_block


def dropped_rows(page: Page, overlay: Any, on: date) -> tuple[Dropped, ...]:
    """What the layer leaves out of a national page's official text from that day on and citizens read today; nothing
    for a procedure of the province's own."""
    if not (is_frozen(page) and overlay):
        return ()
    rows = dropped(official_record(page), overlay, on)
    return without(rows, _dropped_today(page.pk, on)) if rows else ()


def _dropped_today(page_id: int, on: date) -> tuple[Dropped, ...]:
    """What is not on the public page either: telling of it at each opening would teach people not to read."""
    shown = ProcedurePage.objects.live().select_related("sector").prefetch_related(*_ROWS)
    public = shown.filter(pk=page_id).first()
    return dropped(official_record(public), public.said_layer, on) if public else ()


def warn_of_dropped(request: HttpRequest, page: Page) -> None:
    """Whoever opens the form reads it above all tabs: the editor after saving, the reviewer before approving."""
    is_shown = request.method == "GET" and isinstance(page, ProcedurePage)
    if is_shown and (rows := dropped_rows(page, page.said_layer, asked_on(request))):
        messages.warning(request, render_to_string("procedures_catalog/desk/dropped.html", {"dropped": rows}))


def tell_what_changed_below(request: HttpRequest, page: Page) -> None:
    """Whoever opens the form reads which parts the state has changed beneath the province's text, until somebody has
    published it anew."""
    is_shown = request.method == "GET" and isinstance(page, ProcedurePage) and page.overlay.raw_data
    if is_shown and (parts := parts_changed_under_layer(page)):
        messages.warning(
            request,
            f"Trung ương đã đổi phần mà nội dung riêng của tỉnh đang che: {', '.join(parts)}. Hãy xem lại thẻ “Riêng "
            "của tỉnh”; lưu lại, có sửa hay không; khi bản ấy được công bố thì việc này coi như xong.",
        )


def _to_read(draft: ProcedurePage, on: date) -> Iterator[str]:
    if dropped_rows(draft, draft.said_layer, on):
        yield "những dòng công dân sẽ không còn thấy"
    if gaps_on_form(draft):
        yield "những phần còn trống"


class ReadBeforeApproving(WorkflowAction):
    """Wagtail's button beside a waiting page on the front page, which approves unread: not where rows are dropped or
    parts are missing."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Leads to the form instead, above which they are told; there the same button stands."""
        draft = self.object.get_latest_revision_as_object()
        is_procedure = self.action_name == "approve" and isinstance(draft, ProcedurePage)
        to_read = list(_to_read(draft, asked_on(request))) if is_procedure else []
        if not to_read:
            return super().post(request, *args, **kwargs)
        messages.warning(request, f"Chưa duyệt. Hãy đọc {', '.join(to_read)}, rồi duyệt ở màn hình này.")
        form = reverse("wagtailadmin_pages:edit", args=[draft.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": form})
        return redirect(form)
