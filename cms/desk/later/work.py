"""What of sets of dated changes waits for somebody, for the desk's front page."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from agencies.models import Role
from agencies.reach import agencies_of
from procedures_catalog.dated_screens.listing import LIST, sets_for

_SOON = timedelta(days=7)


def waiting_sets(user: Any, on: date) -> Iterator[tuple[int, str, str, bool]]:
    """How many, what is to be done, where its list is, and whether it is urgent. One query."""
    approves = agencies_of(user, (Role.PUBLISHER,))
    checks = agencies_of(user, (Role.CHECKER, Role.PUBLISHER))
    counts = sets_for(user).aggregate(
        failed=Count("pk", filter=~Q(failure="") & Q(state="approved")),
        moved=Count("pk", filter=Q(state="approved", is_moved=True) & approves.condition()),
        missed=Count("pk", filter=Q(state="approved", failure="", day__lt=on)),
        check=Count("pk", filter=Q(state="submitted") & checks.condition()),
        approve=Count("pk", filter=Q(state="checked") & approves.condition()),
        soon=Count("pk", filter=Q(state="approved", day__gt=on, day__lte=on + _SOON)),
        late=Count("pk", filter=Q(state__in=("draft", "submitted", "checked"), day__lte=on + _SOON)),
    )
    for key, text, state, is_urgent in _TOLD:
        yield counts[key], text, f"{reverse(LIST)}?trang-thai={state}", is_urgent


_TOLD = (
    ("failed", "gói thay đổi đã đến ngày mà không áp dụng được: xem lý do", "approved", True),
    ("missed", "gói thay đổi đã qua ngày mà máy chưa áp dụng: báo người vận hành", "approved", True),
    ("moved", "gói đã duyệt mà thủ tục trong gói vừa đổi ở cùng phần: xem lại trước ngày áp dụng", "approved", True),
    ("late", "gói thay đổi sắp đến ngày mà chưa được duyệt", "", True),
    ("check", "gói thay đổi hẹn ngày chờ thẩm định", "submitted", False),
    ("approve", "gói thay đổi hẹn ngày chờ duyệt", "checked", False),
    ("soon", "gói thay đổi sẽ tự áp dụng trong 7 ngày tới", "approved", False),
)
