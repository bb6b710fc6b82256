"""The day's work of whoever signs in: counts of what waits for this person, each with the list behind it."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import starmap
from operator import attrgetter
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from agencies.day import local_day
from cms.access.accounts import KEEP
from cms.access.review.waiting import last_finished, overdue
from cms.desk.broken_links import REPORT as BROKEN_LINKS
from cms.desk.broken_links import broken_links
from cms.desk.counts.clocks import READS_LEDGER, clocks_work
from cms.desk.counts.together import Rows, Work, counted
from cms.desk.later.work import waiting_sets
from cms.desk.page_reviews.due import reviews_due
from cms.desk.page_reviews.screen import LIST as REVIEWS
from cms.desk.rows.waiting import REPORT as WAITING_WORDS
from cms.desk.rows.waiting import waits_for
from cms.desk.waiting import OLD_DAYS, WAITING_KINDS, waiting_pages
from cms.models import Editor
from legal_documents.desk.coming import LIST as DOCUMENTS
from legal_documents.desk.coming import documents_coming
from posting.ledger.reach import papers_for
from posting.ledger.wrong import wrong_rows
from posting.notes.desk import LIST as COMMUNE_NOTES
from posting.notes.writing import waiting_for
from procedures_catalog.desk_screens.coming import counts_by_day
from procedures_catalog.desk_screens.imports.access import RIGHT as IMPORTS
from procedures_catalog.desk_screens.imports.access import RUNS
from procedures_catalog.desk_screens.imports.overlaid import TASKS as OVERLAID
from procedures_catalog.desk_screens.imports.overlaid import open_changes
from procedures_catalog.desk_screens.kept_back import kept_back_for
from procedures_catalog.desk_screens.legal_bases import ENDING_DAYS, counts_by_basis
from procedures_catalog.desk_screens.shelf_list import list_of_procedures
from procedures_catalog.desk_screens.states import in_states
from procedures_catalog.importing.journal import cut_short
from procedures_catalog.models import ImportRun, ProcedurePage
from procedures_catalog.store.judged import undecided
from procedures_catalog.store.without_code import waits_for_code
from search.query_log.unanswered import questions_of


def days_work(user: Editor, moment: datetime) -> list[Work]:
    """What there is to do for somebody at a moment, the urgent first; nothing that is not there."""
    asked = list(_all(user, moment))
    waiting = counted([each for each in asked if isinstance(each, Rows)])
    works = [next(waiting) if isinstance(each, Rows) else each for each in asked]
    return sorted(filter(attrgetter("count"), works), key=lambda work: not work.is_urgent)


def _all(user: Editor, moment: datetime) -> Iterator[Work | Rows]:
    if page_permission_policy.user_has_any_permission(user, {"add", "change", "publish"}):
        mine = page_permission_policy.explorable_instances(user)
        yield from _pages(user, mine, moment)
        yield from _procedures(user, mine, local_day(moment))
        yield from _documents(user, local_day(moment))
        yield from starmap(Work, waiting_sets(user, local_day(moment)))
        text = "liên kết ra ngoài không mở được nữa: sửa hoặc bỏ liên kết"
        yield Rows(broken_links(user), text, reverse(BROKEN_LINKS))
    text = "bản nháp của từ ngữ tìm kiếm, lời người dân, mức thu dùng chung chờ xem và công bố"
    yield Rows(waits_for(user), text, reverse(WAITING_WORDS))
    yield from _accounts(user, moment)
    text = "trang đã đến ngày xem lại mà đến lượt bạn xem"
    yield Rows(reviews_due(user, local_day(moment)), text, reverse(REVIEWS))
    if user.has_perm(IMPORTS):
        imports = ImportRun.objects.filter(state="waiting")
        yield Rows(imports, "lần nhập dữ liệu chờ xem và duyệt", reverse(RUNS))
    yield Rows(waiting_for(user), "ghi chú của xã chờ xem và công bố", reverse(COMMUNE_NOTES))
    yield from clocks_work(user, local_day(moment))
    if user.has_perm(READS_LEDGER):
        wrong = wrong_rows(local_day(moment)).filter(papers_for(user))
        yield Rows(wrong, "tờ niêm yết đang treo đã sai, cần in lại", reverse("wrong_papers"))
    if user.has_perm("search.change_unansweredquestion"):
        questions = reverse("wagtailsnippets_search_unansweredquestion:list")
        text = "câu hỏi của người dân chưa có câu trả lời"
        open_ones = questions_of(user).filter(state="open")
        yield Rows(open_ones, text, f"{questions}?state=open")


def _accounts(user: Editor, moment: datetime) -> Iterator[Work]:
    """Of who keeps accounts: those that nobody has reviewed for half a year."""
    count = overdue(user, moment).count() if user.has_perm(KEEP) else 0
    if count:
        last = last_finished(user)
        when = f"lần gần nhất {local_day(last):%d/%m/%Y}" if last else "chưa rà soát lần nào"
        text = f"tài khoản chưa được rà soát trong {settings.ACCOUNT_REVIEW_MONTHS} tháng qua; {when}"
        yield Work(count, text, reverse("accounts_review"), is_urgent=True)


_TEXTS = {
    "returned": "trang bạn gửi duyệt bị trả lại: đọc lý do, sửa rồi gửi lại",
    "mine": "bản nháp của bạn chưa gửi duyệt, chưa công bố",
    "old": f"bản nháp để quá {OLD_DAYS} ngày",
    "imported": "bản nháp do lần nhập dữ liệu để lại trên trang đã công bố, chờ xem và công bố",
    "scheduled": "trang đã hẹn giờ công bố",
    "remarked": "trang có góp ý của lãnh đạo, chuyên gia, chờ xử lý",
    "overdue": "trang đã quá giờ hẹn mà chưa được công bố: báo người vận hành",
}


_URGENT = ("returned", "overdue")


def _pages(user: Editor, mine: QuerySet[Page], moment: datetime) -> Iterator[Work]:
    counts = waiting_pages(user, mine).aggregate(
        **{kind: Count("pk", filter=condition(user, moment)) for kind, (_, condition) in WAITING_KINDS.items()}
    )
    for kind, count in counts.items():
        url = f"{reverse('waiting_pages')}?{urlencode({'kind': kind})}"
        yield Work(count, _TEXTS[kind], url, is_urgent=kind in _URGENT)


def _procedures(user: Editor, mine: QuerySet[Page], on: date) -> Iterator[Work | Rows]:
    pages = ProcedurePage.objects.filter(pk__in=mine.values_list("pk", flat=True))
    if user.agency_id:
        pages = pages.filter(Q(agency=user.agency_id) | Q(agency=None))
    text = "lần nhập dữ liệu bị ngắt giữa chừng, chưa nhập nốt: báo người vận hành"
    yield Work(len(cut_short()), text, reverse("health"), is_urgent=True)
    url = list_of_procedures(user)
    if url is None:  # a portal that was not prepared yet
        return
    new = kept_back_for(in_states(pages, ["new"], on), "", on)
    astray = undecided(pages)
    counts = pages.order_by().aggregate(
        new=Count("pk", filter=Q(pk__in=new.order_by().values("pk"))),
        astray=Count("pk", filter=Q(pk__in=astray.order_by().values("pk"))),
        listed=Count("pk", filter=Q(live=True, judged__tier="list")),
        uncoded=Count("pk", filter=waits_for_code(on)),
        uncoded_since=Min("identity__created_at", filter=waits_for_code(on)),
        **counts_by_basis(pages.live(), on),
        **counts_by_day(pages, on),
    )
    yield Work(counts["new"], "thủ tục chưa công bố lần nào, chờ xem và công bố", f"{url}?state=new&kept=none")
    text = "thủ tục đang công bố mà nay là của tỉnh khác, không rõ tỉnh, hoặc trống: gỡ xuống hoặc công bố lại"
    yield Work(counts["astray"], text, f"{url}?astray=yes", is_urgent=True)
    if user.agency_id:  # of the whole catalogue it is a long way, not a day's work
        text = "thủ tục đang công bố ở mức danh mục, còn phần trống chưa ghi lý do"
        yield Work(counts["listed"], text, f"{url}?state=live&tier=list")
    since = counts["uncoded_since"] and f"{local_day(counts['uncoded_since']):%d/%m/%Y}"
    text = f"thủ tục chưa có mã quốc gia, lâu nhất từ {since}: khi được cấp mã thì ghi vào"
    yield Work(counts["uncoded"], text, f"{url}?code=none")
    text = "phần mà trung ương vừa đổi và tỉnh đang ghi đè: xem, giữ hay bỏ nội dung của tỉnh"
    yield Rows(open_changes(user), text, reverse(OVERLAID))
    yield Work(counts["expired"], "thủ tục có căn cứ pháp lý đã hết hiệu lực", f"{url}?law=expired")
    text = f"thủ tục có căn cứ pháp lý hết hiệu lực trong {ENDING_DAYS} ngày tới"
    yield Work(counts["ending"], text, f"{url}?law=ending")
    for key, when in _COMING.items():
        text = f"thủ tục tự đổi {when} theo ngày đã ghi: bắt đầu, hết hiệu lực, đổi cấp, nội dung riêng của tỉnh"
        yield Work(counts[key], text, f"{url}?coming={key}")


_COMING = {"tomorrow": "vào ngày mai", "week": "trong 7 ngày tới"}


def _documents(user: Editor, on: date) -> Iterator[Rows]:
    for key, when in _COMING.items():
        text = f"văn bản có hiệu lực hoặc hết hiệu lực {when}"
        yield Rows(documents_coming(user, key, on), text, f"{reverse(DOCUMENTS)}?{urlencode({'khi': key})}")
