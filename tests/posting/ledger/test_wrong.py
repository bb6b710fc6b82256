"""The list of wrong papers: exactly those whose print is no longer what the portal says, or whose place is no more."""

import datetime
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from agencies.models import UnitSuccession
from pages.models import PortalSettings
from posting.ledger.papers import NewPaper, issue_papers, replace, take_down
from posting.ledger.wrong import hanging_papers, papers_touched_by, wrong_papers, wrong_rows
from posting.models import PostedPaper
from posting.place.letterhead import head_said
from posting.place.place import header_of
from posting.rules.kinds import PAPER_KINDS
from posting.selection.missing import missing_from
from procedures_catalog.models import ProcedureCode, ProcedurePage
from procedures_catalog.versions.noting import note_versions, versions_to_print
from tests.clock import today
from tests.pages.factories import settled
from tests.posting.brute_force import wrong_by_hand
from tests.posting.factories import commune, counter_of, hung, printed
from tests.procedures_catalog.factories import bring, channel, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
DAY = datetime.timedelta(days=1)


def _listed(on=None, unit=None):
    return {wrong.paper.pk: {item.identity for item in wrong.items} for wrong in wrong_papers(on or today(), unit)}


def _publish(page, **values):
    page = page_of(page.code)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.fixture
def page(portal):
    return published()


# --- One paper ------------------------------------------------------------------------------------


def test_a_paper_is_right_on_the_day_it_is_hung(page):
    hung([page])
    assert wrong_papers(today()) == []


def test_what_a_person_wrote_of_the_changes_since_is_told_where_the_paper_hangs(page):
    unit = commune(1)
    hung([page], "short", unit=unit)
    _publish(page, conditions="Có dây.", receiving_address="Số 1", change_note="Nay nộp ở số 1")
    _publish(page, receiving_address="Số 2")
    ((item,),) = [wrong.items for wrong in wrong_papers(today(), unit)]
    assert item.notes == ("Nay nộp ở số 1",)


def test_a_new_name_makes_the_board_wrong_and_says_what_was_and_is(page):
    board = hung([page])
    _publish(page, title="Cấp thẻ diều sáo")
    (wrong,) = wrong_papers(today())
    (item,) = wrong.items
    assert (wrong.paper, wrong.reasons) == (board, ())
    assert [(change.label, change.before, change.after) for change in item.changes] == [
        ("Tên thủ tục", "Cấp thẻ thả diều số 1.100001", "Cấp thẻ diều sáo")
    ]


def test_a_new_fee_makes_the_sheets_wrong_and_leaves_the_board_right(page):
    board, short, full = (hung([page], kind) for kind in ("board", "short", "full"))
    rows = [channel(fees=("60000 VNĐ (mỗi thẻ)",)), channel("ONLINE", "3 ngày")]
    bring(national_row("1.100001", **{"Cách thức thực hiện": rows}))
    assert set(_listed()) == {short.pk, full.pk}
    assert board.pk not in _listed()


def test_what_was_changed_and_changed_back_leaves_the_paper_right(page):
    hung([page], "full")
    for conditions in ("Có diều và dây.", page.conditions):
        _publish(page, conditions=conditions)
    assert wrong_papers(today()) == []


def test_a_paper_printed_between_two_changes_is_wrong_when_they_cancel_out(page):
    _publish(page, conditions="Có diều và dây.")
    between = hung([page], "full")
    _publish(page, conditions="Có diều.")
    assert set(_listed()) == {between.pk}


def test_a_paper_that_was_handed_to_somebody_or_taken_down_is_never_listed(page):
    printed([page], "short")
    take_down(hung([page], "short"), today())
    _publish(page, title="Cấp thẻ diều sáo")
    assert wrong_papers(today()) == []


def test_after_the_tick_the_old_paper_is_off_the_list_and_the_new_one_right(page):
    old = hung([page])
    _publish(page, title="Cấp thẻ diều sáo")
    replace(old, printed([page]), today())
    assert wrong_papers(today()) == []


def test_an_abolition_makes_the_paper_wrong_on_its_day_though_nothing_was_published_then(page):
    day = today() + 30 * DAY
    _publish(page, valid_to=day, ending_decision="9/QĐ-UBND")
    board = hung([page])
    assert _listed(day - DAY) == {}
    (wrong,) = wrong_papers(day)
    assert wrong.paper == board
    assert wrong.items[0].reason == f"Đã bị bãi bỏ từ ngày {day:%d/%m/%Y}."


def test_a_replaced_procedure_names_its_successor(page):
    hung([page])
    _publish(page, valid_to=today(), successor=published("1.100002", **{"Tên thủ tục": "Thẻ diều mới"}))
    (wrong,) = wrong_papers(today())
    assert wrong.items[0].reason.startswith("Đã được thay bằng “Thẻ diều mới” từ ngày")


def test_an_unpublished_procedure_has_to_come_off_the_wall_until_it_is_back(page):
    hung([page])
    page.unpublish()
    assert wrong_papers(today())[0].items[0].reason == "Không còn công bố trên cổng."
    page_of(page.code).save_revision().publish()
    assert wrong_papers(today()) == []


def test_a_page_that_was_taken_away_behind_the_portal_s_back_counts_as_unpublished(page):
    hung([page])
    Page.objects.filter(pk=page.pk).update(live=False)
    assert len(wrong_papers(today())) == 1
    ProcedureCode.objects.all().delete()
    Page.objects.filter(pk=page.pk).delete()
    assert wrong_papers(today())[0].items[0].reason == "Không còn công bố trên cổng."


# --- Places ---------------------------------------------------------------------------------------


def test_a_paper_with_the_header_of_a_merged_commune_is_wrong_and_the_new_commune_s_business(page):
    old, new, other = commune(1), commune(2), commune(3)
    paper = hung([page], unit=old)
    old.valid_to = today()
    old.save()
    UnitSuccession.objects.create(predecessor=old, successor=new, kind="merged", date=today())
    (wrong,) = wrong_papers(today(), new)
    assert (wrong.paper, wrong.items) == (paper, ())
    assert wrong.reasons == (f"Xã Diều 1 không còn từ ngày {today():%d/%m/%Y}.",)
    assert wrong_papers(today(), other) == []
    assert wrong_papers(today() - DAY, new) == []


def test_a_paper_whose_counter_is_no_more_is_wrong(page):
    counter = counter_of(commune())
    paper = hung([page], counter=counter)
    counter.valid_to = today() + DAY
    counter.save()
    assert (_listed(), _listed(today() + DAY)) == ({}, {paper.pk: set()})


def test_a_commune_sees_its_own_papers_and_its_counters_papers_alone(page):
    one, two = commune(1), commune(2)
    papers = {hung([page], unit=one), hung([page], counter=counter_of(one))}
    hung([page], unit=two)
    _publish(page, title="Cấp thẻ diều sáo")
    assert {wrong.paper for wrong in wrong_papers(today(), one)} == papers == set(hanging_papers(today(), one))
    assert len(wrong_papers(today())) == 3


def _said_of(counter, kind="board"):
    return head_said(kind, header_of(counter.unit, counter, PortalSettings.of_main_site()))


def test_a_paper_with_the_old_telephone_of_its_counter_is_wrong_and_says_both(page):
    counter = counter_of(commune(), phone="0200 111")
    paper = hung([page], counter=counter, head=_said_of(counter))
    assert wrong_papers(today()) == []
    counter.phone = "0200 222"
    counter.save()
    (wrong,) = wrong_papers(today())
    assert (wrong.paper, wrong.items) == (paper, ())
    assert wrong.reasons == ("Điện thoại nơi tiếp nhận trên tờ ghi “0200 111”, nay là “0200 222”.",)
    assert set(wrong_rows(today())) == {paper}
    assert _listed() == wrong_by_hand(today())


def test_what_a_poster_does_not_print_of_its_office_leaves_it_right(page):
    counter = counter_of(commune(), phone="0200 111")
    hung([page], "poster", counter=counter, head=_said_of(counter, "poster"))
    counter.phone = "0200 222"
    counter.save()
    assert wrong_papers(today()) == []


def test_what_became_known_of_an_office_afterwards_leaves_the_paper_right(page):
    counter = counter_of(commune())
    hung([page], counter=counter, head=_said_of(counter))
    counter.phone, counter.opening_hours = "0200 222", "Thứ Hai: 7 giờ"
    counter.save()
    assert wrong_papers(today()) == []


def test_a_new_hotline_of_the_province_makes_every_paper_wrong_that_prints_the_old_one(page):
    portal = settled(hotline="1022")
    header = header_of(unit := commune(), None, portal)
    paper = hung([page], "poster", unit=unit, head=head_said("poster", header))
    hung([page], "labels", unit=unit, head=head_said("labels", header))
    portal.hotline = ""
    portal.save()
    (wrong,) = wrong_papers(today())
    assert (wrong.paper, wrong.reasons) == (paper, ("Đường dây nóng trên tờ ghi “1022”, nay không còn.",))


# --- One decision, forty boards -------------------------------------------------------------------


@pytest.fixture
def forty_boards(portal):
    codes = [f"1.3000{number:02}" for number in range(30)]
    bring(*map(national_row, codes))
    pages = list(ProcedurePage.objects.order_by("code"))
    boards = [hung(pages[number % 20 : number % 20 + 10], unit=commune(number)) for number in range(40)]
    return pages, boards


def _decide(pages):
    """Twelve lines: four names, four fees, two abolitions, one withdrawal, one code that stays as it is."""
    for page in pages[:4]:
        _publish(page, title=f"{page.title} (sửa đổi)")
    rows = {"Cách thức thực hiện": [channel(fees=("70000 VNĐ (mỗi thẻ)",)), channel("ONLINE", "3 ngày")]}
    bring(*(national_row(page.code, **rows) for page in pages[4:8]))
    for page in pages[8:10]:
        _publish(page, valid_to=today())
    page_of(pages[10].code).unpublish()
    _publish(pages[11])


def test_after_one_decision_the_list_equals_brute_force(forty_boards):
    pages, boards = forty_boards
    _decide(pages)
    touched = {pages[number].identity_id for number in (0, 1, 2, 3, 8, 9, 10)}
    by_facts = {board.pk: touched & set(board.items.values_list("identity", flat=True)) for board in boards}
    expected = {pk: wrong for pk, wrong in by_facts.items() if wrong}
    assert _listed() == expected == wrong_by_hand(today())
    assert 0 < len(expected) < 40
    assert set(wrong_rows(today()).values_list("pk", flat=True)) == set(expected)


def test_wrong_papers_are_counted_without_reading_those_that_are_right(forty_boards, django_assert_num_queries):
    pages, _ = forty_boards
    one, two = counter_of(commune(41), phone="0200 111"), counter_of(commune(42), phone="0200 333")
    for counter in (one, two):
        for kind in ("board", "board", "labels"):
            hung(pages[20:21], kind, counter=counter, head=_said_of(counter, kind))
    with django_assert_num_queries(4):  # what heads say, the counters, the settings, the count
        assert wrong_rows(today()).count() == 0
    one.phone = "0200 222"
    one.save()
    with django_assert_num_queries(5):  # and the papers of a wrong place
        assert wrong_rows(today()).count() == 2
    assert set(wrong_rows(today()).values_list("pk", flat=True)) == set(wrong_by_hand(today())) == set(_listed())


def test_the_number_of_queries_does_not_grow_with_the_papers(forty_boards, django_assert_num_queries):
    pages, _ = forty_boards
    _publish(pages[0], title="Cấp thẻ diều sáo")
    with django_assert_num_queries(5):
        few = wrong_papers(today())
    _decide(pages)
    with django_assert_num_queries(5):
        assert len(wrong_papers(today())) > len(few)


def test_papers_touched_by_a_change_are_those_it_made_wrong(forty_boards):
    pages, boards = forty_boards
    _publish(pages[0], title="Cấp thẻ diều sáo")
    _publish(pages[1], title="Cấp thẻ diều giấy")
    touched = papers_touched_by([pages[0].identity_id], today())
    assert {paper.pk for paper in touched} == {boards[0].pk, boards[20].pk}
    assert not papers_touched_by([pages[29].identity_id], today())


# --- What is missing ------------------------------------------------------------------------------


def test_a_procedure_that_joined_the_paper_s_selection_is_missing_from_it(page):
    paper = hung([page], selection={"level": "commune"})
    assert missing_from(paper, today()) == ()
    new = published("1.100002")
    assert [one.identity for one in missing_from(paper, today())] == [new.identity_id]


@pytest.mark.parametrize(
    "selection", [{}, {"sector": "khong-co"}, {"level": "kite"}, {"everything": True, "changed_since": "2020-01-01"}]
)
def test_nothing_is_missing_from_a_paper_whose_selection_chooses_nothing(page, selection):
    paper = hung([page], selection=selection)
    published("1.100002")
    assert missing_from(paper, today()) == ()


# --- Histories ------------------------------------------------------------------------------------

PROCEDURES = 4


@dataclass
class Fact:
    """What a procedure says, as the test itself keeps it."""

    title: str = "Tên A"
    receiving_address: str = "Quầy A"
    conditions: str = "Điều kiện A"
    valid_to: datetime.date | None = None
    live: bool = True

    def gone(self, today):
        """Whether it has to come off the walls."""
        return not self.live or bool(self.valid_to and self.valid_to <= today)

    def printed(self, kind, today):
        """What a paper of a kind shows of it."""
        name = (self.title, self.gone(today))
        short = (*name, self.receiving_address, self.valid_to)
        return {"name": name, "short": short, "full": (*short, self.conditions)}[PAPER_KINDS[kind].face]


def _event(name, *more):
    return st.tuples(st.just(name), st.integers(0, PROCEDURES - 1), *more)


events = st.one_of(
    _event("say", st.sampled_from(("title", "receiving_address", "conditions")), st.sampled_from("AB")),
    _event("end", st.sampled_from((None, 0, 1, 2))),
    _event("publish", st.booleans()),
    _event("hang", st.sampled_from(tuple(PAPER_KINDS)), st.integers(1, PROCEDURES)),
    _event("take down"),
    _event("merge"),
    _event("wait", st.booleans()),
)


class History:
    """A small province on which events fall, beside a plain memory of what each paper shows."""

    def __init__(self, pages):
        self.pages, self.facts = pages, [Fact() for _ in pages]
        self.today, self.papers, self.units = today(), {}, {}
        for place, page in enumerate(pages):
            self._write(place, page)

    def apply(self, event):
        """One event."""
        name, place, *more = event
        getattr(self, f"_{name.replace(' ', '_')}")(place, *more)

    def expected(self):
        """Paper → identities on it that are wrong."""
        found = {}
        for pk, (kind, unit, shown) in self.papers.items():
            wrong = {
                self.pages[place].identity_id
                for place, said in shown.items()
                if self.facts[place].gone(self.today) or self.facts[place].printed(kind, self.today) != said
            }
            if wrong or self.units[unit.pk]:
                found[pk] = wrong
        return found

    def _write(self, place, page):
        fact = self.facts[place]
        Page.objects.filter(pk=page.pk).update(title=fact.title, live=fact.live)
        columns = {name: getattr(fact, name) for name in ("receiving_address", "conditions", "valid_to")}
        ProcedurePage.objects.filter(pk=page.pk).update(**columns)
        note_versions([page.pk], self.today)

    def _say(self, place, column, letter):
        setattr(self.facts[place], column, f"{column} {letter}")
        self._write(place, self.pages[place])

    def _end(self, place, days):
        self.facts[place].valid_to = None if days is None else self.today + days * DAY
        self._write(place, self.pages[place])

    def _publish(self, place, live):
        self.facts[place].live = live
        self._write(place, self.pages[place])

    def _hang(self, place, kind, count):
        places = [(place + step) % PROCEDURES for step in range(count)]
        versions = versions_to_print([self.pages[one].identity_id for one in places], self.today)
        if not versions:
            return
        unit = commune(len(self.units))
        self.units[unit.pk] = False
        (paper,) = issue_papers([NewPaper(kind, "Tờ", versions, unit=unit)], timezone.now())
        PostedPaper.objects.filter(pk=paper.pk).update(hung_on=self.today)
        shown = {one: self.facts[one].printed(kind, self.today) for one in places if self.facts[one].live}
        self.papers[paper.pk] = (kind, unit, shown)

    def _take_down(self, place):
        for pk in list(self.papers)[place : place + 1]:
            PostedPaper.objects.filter(pk=pk).update(ended_on=self.today)
            del self.papers[pk]

    def _merge(self, place):
        for _, unit, _ in list(self.papers.values())[place : place + 1]:
            unit.valid_to = self.today
            unit.save()
            self.units[unit.pk] = True

    def _wait(self, _place, nightly):
        self.today += DAY
        if nightly:
            note_versions([page.pk for page in self.pages], self.today)


@pytest.mark.slow
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=st.lists(events, min_size=3, max_size=16))
def test_whatever_happens_the_list_is_what_a_plain_memory_expects(portal, happened):
    with transaction.atomic():
        bring(*(national_row(f"1.40000{number}") for number in range(PROCEDURES)))
        history = History(list(ProcedurePage.objects.order_by("code")))
        for event in happened:
            history.apply(event)
        assert _listed(history.today) == history.expected() == wrong_by_hand(history.today)
        transaction.set_rollback(True)
