"""The queue of one officer: sheets that wait to be printed together."""

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.urls import reverse

from pages.published import is_published, published
from posting.models import QueuedSheet
from procedures_catalog.models import ProcedureIdentity, ProcedurePage

MOST = 200  # sheets in one queue


def put_aside(editor: Any, code: str, kind: str) -> tuple[str, int]:
    """Puts a sheet into the queue, once; a sentence about it and its level as `django.contrib.messages` has them."""
    identity = ProcedureIdentity.objects.filter(is_published("page__"), short_code=code).first()
    if identity is None:
        return "Không có thủ tục này.", messages.ERROR
    if QueuedSheet.objects.filter(editor=editor).count() >= MOST:
        return f"Hàng chờ đã đủ {MOST} phiếu; hãy in hoặc bớt trước.", messages.ERROR
    _, is_new = QueuedSheet.objects.get_or_create(editor=editor, identity=identity, kind=kind)
    waiting = QueuedSheet.objects.filter(editor=editor).count()
    said = "Đã thêm vào hàng chờ" if is_new else "Phiếu này đã ở trong hàng chờ"
    return f"{said}. Đang chờ in: {waiting} phiếu.", messages.SUCCESS


def take_out(editor: Any, **which: Any) -> None:
    """Takes the editor's sheets out: all, or those that the filter names."""
    QueuedSheet.objects.filter(editor=editor, **which).delete()


def sheets_by_kind(editor: Any) -> dict[str, list[QueuedSheet]]:
    """What waits and can be printed, in the order it was put aside; one query."""
    groups: dict[str, list[QueuedSheet]] = defaultdict(list)
    rows = QueuedSheet.objects.filter(is_published("identity__page__"), editor=editor).select_related("identity")
    for row in rows:
        groups[row.kind].append(row)
    return groups


def shown(editor: Any) -> list[dict[str, Any]]:
    """[{pk, kind_label, title, code, url}] of what waits, `code` and `url` "" where nothing is published any more. Two
    queries."""
    rows = list(QueuedSheet.objects.filter(editor=editor).select_related("identity"))
    pages = published(ProcedurePage.objects).filter(identity__in=[row.identity_id for row in rows])
    found = {page.identity_id: page for page in pages.only("identity", "title", "twin_note", "code", "slug")}
    return [_line(row, found.get(row.identity_id)) for row in rows]


def _line(row: QueuedSheet, page: ProcedurePage | None) -> dict[str, Any]:
    return {
        "pk": row.pk,
        "kind_label": row.get_kind_display(),
        "title": page.told_name if page else "Thủ tục không còn công bố",
        "code": page.code if page else "",
        "url": reverse("procedure", args=[page.slug]) if page else "",
    }
