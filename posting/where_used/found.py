"""What shows a shared amount, a counter's hours and days, a day of all counters, the hotline: in sections, each with
its count."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from agencies.models import Agency, CommonDay, CounterDay
from agencies.models.agency import AgencyKind
from pages.published import published
from posting.ledger.desk import POLICY
from posting.ledger.reach import papers_for
from posting.ledger.wrong import hanging, wrong_rows
from posting.models import PaperItem, PostedPaper
from posting.place.place import COUNTER_KINDS
from posting.rules.kinds import PAPER_KINDS
from procedures_catalog.models import DatedDifference, ProcedurePage, SharedAmount
from procedures_catalog.store.shared_amounts import pages_taking
from vietnamese.days import written

#: So many lines of a section are shown; of the rest the count tells.
MOST = 200
NOT_APART = "Mọi trang của cổng có dòng này ở chân trang, và câu “Hỏi …” ở chỗ thủ tục chưa có số liệu."
OWN_COMMUNE = (
    "Trang của mọi thủ tục nộp ở xã, phường hiện giờ của quầy này cho người đọc đã chọn {unit} là xã, phường của mình."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One place: its words, where they lead ("": nowhere), and a remark."""

    text: str
    url: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of place: how many there are, the first of them, and a sentence about all."""

    label: str
    count: int
    lines: Sequence[Line] = ()
    said: str = ""


# --- A shared amount ------------------------------------------------------------------------------


def of_amount(amount: SharedAmount, person: Any, on: date) -> Iterator[Section]:
    """The published procedures that take it, those that will from a later day on, and the papers that print its fee."""
    taking = pages_taking([amount.pk])[amount.pk]
    pages = published(ProcedurePage.objects.filter(pk__in=taking)).order_by("sort_name", "pk")
    soon = _from_later_days(taking)
    shown = pages.only("title", "twin_note", "code", "url_path", "slug", "identity_id")[:MOST]
    lines = [
        Line(f"{page.code} {page.told_name}", page.get_url() or "", soon.get(page.identity_id, "")) for page in shown
    ]
    yield Section("Thủ tục đang công bố", pages.count(), lines)
    kinds = [key for key, kind in PAPER_KINDS.items() if kind.face != "name"]
    items = PaperItem.objects.filter(paper=OuterRef("pk"), identity__page__in=taking)
    yield from _papers(Q(Exists(items), kind__in=kinds), person, on)


def _from_later_days(pages: Iterable[int]) -> dict[int, str]:
    """Identity → the day from which a set that was approved changes its fees."""
    rows = DatedDifference.objects.filter(
        identity__page__in=pages, part="channels", changes__state="approved"
    ).order_by("-changes__day")
    days = rows.values_list("identity", "changes__day")
    return {identity: f"mục phí đổi từ ngày {written(day)} theo gói đã duyệt" for identity, day in days}


# --- Counters and the portal ----------------------------------------------------------------------


def of_agency(agency: Agency, person: Any, on: date) -> Iterator[Section]:
    """The pages that tell its hours and days, and the papers whose head does."""
    above = [agency.parent] if agency.parent else []
    lines = [Line(each.name, each.get_absolute_url()) for each in (agency, *above)]
    yield Section("Trang cơ quan", len(lines), lines)
    if agency.unit and agency.kind in COUNTER_KINDS:
        pages = published(ProcedurePage.objects.filter(found_under__contains="commune"))
        counters = [Line("Danh sách thủ tục nộp ở quầy này", reverse("counter_list", args=[agency.slug]))]
        yield Section(
            "Trang thủ tục nộp ở xã, phường", pages.count(), counters, OWN_COMMUNE.format(unit=agency.unit.name)
        )
    yield from _papers(Q(counter=agency, head__has_key="hours"), person, on)


def of_common_day(day: CommonDay, _person: Any, _on: date) -> Iterator[Section]:
    """All counters, but those that say of these days themselves."""
    own = CounterDay.objects.filter(agency=OuterRef("pk"), begins__lt=day.ends, ends__gt=day.begins).exclude(
        kind="note"
    )
    counters = Agency.objects.in_force(day.begins).filter(kind__in=(AgencyKind.COUNTER, AgencyKind.COMMUNE_COMMITTEE))
    rows = counters.filter(~Exists(own)).order_by("name", "pk")
    lines = [Line(agency.name, agency.get_absolute_url()) for agency in rows[:MOST]]
    said = "Giấy in chỉ ghi giờ hằng tuần, nên không tờ nào sai vì ngày này."
    yield Section("Trang cơ quan và chỗ “Nộp ở đâu” của các quầy", rows.count(), lines, said)


def of_hotline(person: Any, on: date) -> Iterator[Section]:
    """Every page, and the papers whose head tells it."""
    yield Section("Trang của cổng", published(ProcedurePage.objects).count(), said=NOT_APART)
    yield from _papers(Q(head__has_key="hotline"), person, on)


# --- Papers ---------------------------------------------------------------------------------------


def _papers(condition: Q, person: Any, on: date) -> Iterator[Section]:
    """The papers that hang, of somebody's part of the ledger; nothing for who may not read it."""
    if not POLICY.user_has_permission(person, "view"):
        return
    papers = hanging().filter(papers_for(person)).filter(condition).select_related("unit", "counter")
    rows = list(papers.order_by("unit__name", "counter__name", "pk")[:MOST])
    wrong = set(wrong_rows(on).filter(pk__in=[paper.pk for paper in rows]).values_list("pk", flat=True))
    yield Section("Tờ đang treo", papers.count(), [_paper(each, each.pk in wrong) for each in rows])


def _paper(paper: PostedPaper, is_wrong: bool) -> Line:
    place = str(paper.unit or paper.counter or "Không gắn với nơi nào")
    remark = "đã sai, cần in lại" if is_wrong else ""
    return Line(f"{paper.get_kind_display()} “{paper.title}” (tờ {paper.tag}), {place}", "", remark)


def hanging_by_counter(person: Any) -> dict[int, int]:
    """Counter → how many papers hang that tell its hours, of somebody's part of the ledger. One query."""
    if not POLICY.user_has_permission(person, "view"):
        return {}
    papers: QuerySet[PostedPaper] = hanging().filter(papers_for(person), counter__isnull=False, head__has_key="hours")
    found: dict[int, int] = {}
    for counter in papers.values_list("counter", flat=True):
        found[counter] = found.get(counter, 0) + 1
    return found
