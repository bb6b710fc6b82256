"""Sets by what their day says of them on another: what the desk's front page counts and the list shows."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Q

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
#: Key → what the list calls those sets.
DUE: Mapping[str, str] = {
    "tomorrow": "Áp dụng vào ngày mai",
    "week": "Áp dụng trong 7 ngày tới",
    "late": "Sắp đến ngày mà chưa duyệt",
    "missed": "Đã qua ngày mà chưa áp dụng",
    "failed": "Không áp dụng được",
    "moved": "Thủ tục trong gói vừa đổi",
}


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
    }
    return conditions[key]
