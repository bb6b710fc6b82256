"""The tasks that the State's changes make where the province's own text stands: all three texts, and what to do."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from wagtail.admin import messages
from wagtail.blocks import StreamValue
from wagtail.permissions import page_permission_policy

from agencies.day import asked_at
from procedures_catalog.desk.official import layer_value
from procedures_catalog.facts.overlay import PART_LABELS
from procedures_catalog.models import OverlaidChange, ProcedurePage

TASKS, SETTLE = "overlaid_changes", "settle_overlaid_change"
_ROWS = 20
_DRAFTED = "Đã lưu bản nháp; hãy xem rồi gửi duyệt. Khi bản ấy được công bố thì việc này coi như xong."


def open_changes(user: Any) -> QuerySet[OverlaidChange]:
    """The open ones of procedures that stand before somebody at the desk."""
    mine = page_permission_policy.explorable_instances(user).order_by()
    return OverlaidChange.objects.filter(page__in=mine.values("pk"), state="open")


class TasksView(View):
    """The list, with how many each agency has."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """One page of it."""
        found = open_changes(request.user)
        counts = found.order_by().values_list("page__agency__name").annotate(Count("pk"))
        rows = Paginator(found.select_related("page"), _ROWS).get_page(request.GET.get("p", "1"))
        said = {
            "rows": rows,
            "told": [(row, PART_LABELS.get(row.part, row.part)) for row in rows],
            "agencies": [(name or "chưa có cơ quan phụ trách", count) for name, count in counts],
        }
        return render(request, "procedures_catalog/desk/imports/overlaid.html", said)


class SettleView(View):
    """Keeps the province's text, drops it, or takes the new one into it; the last two as drafts to publish."""

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Back to the list, or to the form with the draft. 403 for who may not edit the page."""
        change = get_object_or_404(OverlaidChange.objects.select_related("page"), pk=number, state="open")
        if not change.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        choice = request.POST.get("choice", "")
        if choice == "keep":
            settled = {"state": "kept", "settled_by": request.user, "settled_at": asked_at(request)}
            OverlaidChange.objects.filter(pk=change.pk).update(**settled)
            messages.success(request, "Đã ghi: giữ nội dung của tỉnh.")
            return redirect(TASKS)
        if choice not in ("drop", "take"):
            raise Http404
        _draft(change, choice, request.user)
        messages.success(request, _DRAFTED)
        return redirect(reverse("wagtailadmin_pages:edit", args=[change.page_id]))


def _draft(change: OverlaidChange, choice: str, user: Any) -> None:
    """What waits on the page, with the province's text over that part taken away, or saying what the State says now."""
    draft: ProcedurePage = change.page.get_latest_revision_as_object()
    raw = [dict(block) for block in draft.overlay.raw_data]
    if choice == "drop":
        raw = [block for block in raw if block["type"] != change.part]
    for block in raw:
        if block["type"] == change.part:
            block["value"] = {**block["value"], "value": layer_value(change.page, change.part)}
    draft.overlay = StreamValue(draft.overlay.stream_block, raw, is_lazy=True)
    draft.save_revision(user=user, log_action=True, clean=False)


def addresses() -> list[URLPattern]:
    """The list, and where a choice is sent."""
    return [
        path("trung-uong-doi/", TasksView.as_view(), name=TASKS),
        path("trung-uong-doi/<int:number>/", SettleView.as_view(), name=SETTLE),
    ]
