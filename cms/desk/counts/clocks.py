"""What the law's clocks say to somebody: what is late of his agencies' decisions and papers, which clocks to check."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from cms.desk.counts.together import Rows, Work
from cms.models import Editor
from decisions.clocks import Clocks, clocks_on, late
from decisions.desk.clocks import CLOCKS, KEEP
from decisions.desk.reach import VIEW, decisions_of
from decisions.desk.screens import LATE, LIST
from decisions.models import ClockKey
from posting.ledger.late import late_papers
from posting.ledger.reach import papers_for

READS_LEDGER = "posting.view_postedpaper"
_TEXTS = {
    ClockKey.PUBLIC: "quyết định ký đã quá {0} ngày làm việc mà thay đổi chưa được duyệt lên cổng",
    ClockKey.NATIONAL: "quyết định ký đã quá {0} ngày làm việc mà chưa ghi ngày nhập Cơ sở dữ liệu quốc gia",
    ClockKey.POSTED: "tờ niêm yết sai đã quá {0} ngày làm việc mà chưa thay",
}


def clocks_work(user: Editor, on: date) -> Iterator[Rows | Work]:
    """The lines of somebody on a day. Two queries, none for who works with neither decisions nor papers."""
    if not any(map(user.has_perm, (VIEW, READS_LEDGER, KEEP))):
        return
    clocks = clocks_on(on)
    yield from _decisions(user, clocks)
    if user.has_perm(READS_LEDGER) and ClockKey.POSTED in clocks.counted:
        rows = late_papers(on, clocks).filter(papers_for(user))
        yield Rows(rows, _text(ClockKey.POSTED, clocks), f"{reverse('posting_ledger')}?state=late", is_urgent=True)
    if user.has_perm(KEEP):
        text = "mốc thời hạn của luật đã đến ngày đối chiếu lại trích dẫn"
        yield Work(clocks.to_check, text, reverse(CLOCKS))


def _decisions(user: Editor, clocks: Clocks) -> Iterator[Rows]:
    if not user.has_perm(VIEW):
        return
    for key in (ClockKey.PUBLIC, ClockKey.NATIONAL):
        if key in clocks.counted:
            rows = decisions_of(user).filter(late(key, clocks.before))
            yield Rows(rows, _text(key, clocks), f"{reverse(LIST)}?{LATE}={key}", is_urgent=True)


def _text(key: ClockKey, clocks: Clocks) -> str:
    return _TEXTS[key].format(clocks.counted[key].working_days)
