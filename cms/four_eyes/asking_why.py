"""What shows in many places at once is taken off, emptied or closed only for a reason: the desk's forms of it ask
first, and say how many places show it now."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.actions.unpublish import UnpublishAction
from wagtail.admin import messages

from agencies.day import asked_at, asked_on
from agencies.models import Agency, CommonDay
from pages.desk.reason import ask_why
from pages.models import PortalSettings
from pages.models.reviewed import ReviewedRow
from pages.taking_off import because
from posting.where_used.screen import counts_of

#: Kind → its field that may be emptied, and what it is called.
_EMPTIED: Mapping[type[Model], tuple[str, str]] = {
    Agency: ("opening_hours", "Bỏ giờ làm việc"),
    PortalSettings: ("hotline", "Bỏ đường dây nóng"),
}
#: Where a request keeps the reason until the change is told (`shared_facts`).
GIVEN = "_reason_given"


def before_taking_off(request: HttpRequest, row: Any) -> HttpResponse | None:
    """For `before_unpublish`: takes off what asks for a reason, once there is one."""
    if not (isinstance(row, ReviewedRow) and row.is_taken_off_with_reason and row.live):
        return None
    why = ask_why(request, f"Gỡ “{row}”", _shown_by(request, row))
    if isinstance(why, HttpResponse):
        return why
    with because(why, asked_at(request)):
        UnpublishAction(row, user=request.user).execute(skip_permission_checks=True)  # the view has asked
    messages.success(request, f"Đã gỡ “{row}”. Mọi người ở bàn biên tập đọc lý do trên trang đầu.")
    return redirect(reverse(type(row).snippet_viewset.get_url_name("list")))  # type: ignore[attr-defined]


def before_emptying(request: HttpRequest, row: Any) -> HttpResponse | None:
    """For `before_edit_snippet` and `before_edit_setting`: what stands there is given up only for a reason."""
    if request.method != "POST" or type(row) not in _EMPTIED or row.pk is None:
        return None
    field, title = _EMPTIED[type(row)]
    held = type(row)._base_manager.filter(pk=row.pk).values_list(field, flat=True).first()
    if not held or request.POST.get(field, held).strip():
        return None
    return _asked(request, f"{title}: {row}", _shown_by(request, row))


def before_deleting(request: HttpRequest, rows: Iterable[Any]) -> HttpResponse | None:
    """For `before_delete_snippet`: a day on which all counters differ becomes a day like others only for a reason."""
    days = [row for row in rows if isinstance(row, CommonDay)]
    if request.method != "POST" or not days:
        return None
    said = [sentence for day in days for sentence in _shown_by(request, day)]
    return _asked(request, "Xóa ngày nghỉ, làm bù chung", said)


def _asked(request: HttpRequest, title: str, said: Iterable[str]) -> HttpResponse | None:
    why = ask_why(request, title, said)
    if isinstance(why, HttpResponse):
        return why
    setattr(request, GIVEN, why)
    return None


def _shown_by(request: HttpRequest, row: Any) -> list[str]:
    """How many places of each kind show it now, in a sentence."""
    counts = counts_of(row, request.user, asked_on(request))
    told = "; ".join(f"{label[:1].lower()}{label[1:]}: {count}" for label, count in counts)
    return [f"“{row}” đang hiện ở – {told}."] if told else []
