"""The day's work of whoever signs in: counts of what waits for this person, each with the list behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from wagtail.permissions import page_permission_policy

from agencies.day import local_day
from cms.desk.waiting import OLD_DAYS, WAITING_KINDS, waiting_pages
from cms.models import Editor
from posting.ledger.wrong import wrong_rows
from procedures_catalog.desk_screens.kept_back import kept_back_for
from procedures_catalog.desk_screens.legal_bases import ENDING_DAYS, count_by_basis
from procedures_catalog.desk_screens.shelf_list import list_of_procedures
from procedures_catalog.desk_screens.states import in_states
from procedures_catalog.desk_screens.under_layer import changed_under_layer
from procedures_catalog.importing.journal import cut_short
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.judged import undecided
from search.query_log.unanswered import questions_of


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to do: how often, what, and where its list is."""

    count: int
    text: str
    url: str
    is_urgent: bool = False


def days_work(user: Editor, moment: datetime) -> list[Work]:
    """What there is to do for somebody at a moment, the urgent first; nothing that is not there."""
    found = [work for work in _all(user, moment) if work.count]
    return sorted(found, key=lambda work: not work.is_urgent)


def _all(user: Editor, moment: datetime) -> Iterator[Work]:
    if page_permission_policy.user_has_any_permission(user, {"add", "change", "publish"}):
        yield from _pages(user, moment)
        yield from _procedures(user, local_day(moment))
    if user.has_perm("posting.view_postedpaper"):
        yield Work(
            wrong_rows(local_day(moment)).count(), "tờ niêm yết đang treo đã sai, cần in lại", reverse("wrong_papers")
        )
    if user.has_perm("search.change_unansweredquestion"):
        questions = reverse("wagtailsnippets_search_unansweredquestion:list")
        text = "câu hỏi của người dân chưa có câu trả lời"
        open_ones = questions_of(user.agency_id).filter(state="open")
        yield Work(open_ones.count(), text, f"{questions}?state=open")


_TEXTS = {
    "mine": "bản nháp của bạn chưa công bố",
    "old": f"bản nháp để quá {OLD_DAYS} ngày",
    "imported": "bản nháp do lần nhập dữ liệu để lại trên trang đã công bố, chờ xem và công bố",
    "scheduled": "trang đã hẹn giờ công bố",
    "overdue": "trang đã quá giờ hẹn mà chưa được công bố: báo người vận hành",
}


def _pages(user: Editor, moment: datetime) -> Iterator[Work]:
    counts = waiting_pages(user).aggregate(
        **{kind: Count("pk", filter=condition(user, moment)) for kind, (_, condition) in WAITING_KINDS.items()}
    )
    for kind, count in counts.items():
        url = f"{reverse('waiting_pages')}?{urlencode({'kind': kind})}"
        yield Work(count, _TEXTS[kind], url, is_urgent=kind == "overdue")


def _procedures(user: Editor, on: date) -> Iterator[Work]:
    mine = page_permission_policy.explorable_instances(user)
    pages = ProcedurePage.objects.filter(pk__in=mine.values_list("pk", flat=True))
    if user.agency_id:
        pages = pages.filter(Q(agency=user.agency_id) | Q(agency=None))
    text = "lần nhập dữ liệu bị ngắt giữa chừng, chưa nhập nốt: báo người vận hành"
    yield Work(len(cut_short()), text, reverse("health"), is_urgent=True)
    url = list_of_procedures(user)
    if url is None:  # a portal that was not prepared yet
        return
    new = kept_back_for(in_states(pages, ["new"], on), "")
    astray = undecided(pages)
    counts = pages.order_by().aggregate(
        new=Count("pk", filter=Q(pk__in=new.order_by().values("pk"))),
        astray=Count("pk", filter=Q(pk__in=astray.order_by().values("pk"))),
    )
    yield Work(counts["new"], "thủ tục chưa công bố lần nào, chờ xem và công bố", f"{url}?state=new&kept=none")
    text = "thủ tục đang công bố mà nay là của tỉnh khác, không rõ tỉnh, hoặc trống: gỡ xuống hoặc công bố lại"
    yield Work(counts["astray"], text, f"{url}?astray=yes", is_urgent=True)
    text = "thủ tục mà trung ương vừa đổi phần đang bị nội dung riêng của tỉnh che"
    yield Work(changed_under_layer(pages).count(), text, f"{url}?below=changed")
    expired, ending = count_by_basis(pages.live(), on)
    yield Work(expired, "thủ tục có căn cứ pháp lý đã hết hiệu lực", f"{url}?law=expired")
    yield Work(ending, f"thủ tục có căn cứ pháp lý hết hiệu lực trong {ENDING_DAYS} ngày tới", f"{url}?law=ending")
