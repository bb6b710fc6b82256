"""Sets by what their day says of them on another: what the desk's front page counts and the list shows."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import F, Max, Q

from procedures_catalog.models import ChangeSetStep

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
#: Key → what the list calls those sets.
DUE: Mapping[str, str] = {
    "tomorrow": "Áp dụng vào ngày mai",
    "week": "Áp dụng trong 7 ngày tới",
    "late": "Sắp đến ngày mà chưa duyệt",
    "missed": "Đã qua ngày mà chưa áp dụng",
    "failed": "Không áp dụng được",
    "moved": "Thủ tục trong gói vừa đổi",
    "reopened": "Mở lại vì nội dung vừa đổi",
}
#: Steps after which nobody has to be told any more that a set was opened again.
_SETTLES = ("submit", "return", "check", "approve", "drop")


def due(key: str, on: date) -> Q:
    """The condition for the sets of one of DUE on a day; a set of tomorrow is also one of the week."""
    approved = Q(state="approved")
    conditions = {
        "tomorrow": approved & Q(day=on + _DAY),
        "week": approved & Q(day__gt=on, day__lte=on + _WEEK),
        "late": Q(state__in=("draft", "submitted", "checked"), day__lte=on + _WEEK),
        "missed": approved & Q(failure="", day__lt=on),
        "failed": approved & ~Q(failure=""),
        "moved": approved & Q(is_moved=True),
        "reopened": is_reopened(),
    }
    return conditions[key]


def is_reopened() -> Q:
    """The condition for sets that were checked or approved, and were opened again since because something in them
    changed."""
    last = (
        ChangeSetStep.objects.order_by()
        .values("changes")
        .annotate(opened=Max("pk", filter=Q(step="reopen")), settled=Max("pk", filter=Q(step__in=_SETTLES)))
    )
    return Q(state="submitted", pk__in=last.filter(opened__gt=F("settled")).values("changes"))
