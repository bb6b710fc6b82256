"""What of sets of dated changes waits for somebody, for the desk's front page."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from agencies.models import Role
from agencies.reach import agencies_of
from procedures_catalog.dated_screens.due import DUE, due
from procedures_catalog.dated_screens.listing import DUE_BY, LIST, sets_for


def waiting_sets(user: Any, on: date) -> Iterator[tuple[int, str, str, bool]]:
    """How many, what is to be done, where its list is, and whether it is urgent. One query."""
    approves = agencies_of(user, (Role.PUBLISHER,))
    checks = agencies_of(user, (Role.CHECKER, Role.PUBLISHER))
    counts = sets_for(user).aggregate(
        check=Count("pk", filter=Q(state="submitted") & checks.condition()),
        approve=Count("pk", filter=Q(state="checked") & approves.condition()),
        **{key: Count("pk", filter=due(key, on)) for key in DUE if key != "moved"},
        moved=Count("pk", filter=due("moved", on) & approves.condition()),
    )
    for key, text, is_urgent in _TOLD:
        yield counts[key], text, f"{reverse(LIST)}?{_LISTED.get(key, f'{DUE_BY}={key}')}", is_urgent


_TOLD = (
    ("failed", "gói thay đổi đã đến ngày mà không áp dụng được: xem lý do", True),
    ("missed", "gói thay đổi đã qua ngày mà máy chưa áp dụng: báo người vận hành", True),
    ("moved", "gói đã duyệt mà thủ tục trong gói vừa đổi ở cùng phần: xem lại trước ngày áp dụng", True),
    ("reopened", "gói đã thẩm định, duyệt mà mở lại vì nội dung vừa đổi: xem, thẩm định và duyệt lại", True),
    ("late", "gói thay đổi sắp đến ngày mà chưa được duyệt", True),
    ("check", "gói thay đổi hẹn ngày chờ thẩm định", False),
    ("approve", "gói thay đổi hẹn ngày chờ duyệt", False),
    ("tomorrow", "gói thay đổi sẽ tự áp dụng vào ngày mai", False),
    ("week", "gói thay đổi sẽ tự áp dụng trong 7 ngày tới", False),
)
#: The lists of what is not one of DUE.
_LISTED = {"check": "trang-thai=submitted", "approve": "trang-thai=checked"}
