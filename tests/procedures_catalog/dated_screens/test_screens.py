"""The screen of a set: its words before and after, what is to be looked at, and a button for each step one may take."""

import datetime

import pytest
from django.utils import timezone

from agencies.models import Agency, Role
from procedures_catalog.dated import steps
from procedures_catalog.dated.composing import put
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.facts.held import effective_record
from procedures_catalog.models import ChangeSet
from tests.clock import today
from tests.editors import browser_of, member
from tests.procedures_catalog.dated.sets import make_set, press
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
SOON = today() + datetime.timedelta(days=3)


@pytest.fixture
def agency():
    """Whose set it is."""
    return Agency.objects.create(name="Sở Diều", kind="department")


@pytest.fixture
def people(agency):
    """A writer and a publisher of the agency."""
    return member(Role.WRITER, agency), member(Role.PUBLISHER, agency)


@pytest.fixture
def changes(agency, people):
    """A set that the writer has handed in."""
    page = published(CODE)
    made = make_set(SOON, agency=agency)
    with steps.writing(made.pk, people[0], timezone.now()) as held:
        put(held, page, {"conditions": "Có sáo."})
    return steps.submit(made.pk, people[0], timezone.now())


def _address(changes: ChangeSet, step: str = "") -> str:
    return f"/quan-tri/thay-doi-hen-ngay/{changes.pk}/" + (f"{step}/" if step else "")


def _shown(user, changes: ChangeSet) -> str:
    return " ".join(browser_of(user).get(_address(changes)).content.decode().split())


def test_it_shows_the_words_before_and_after(changes, people):
    shown = _shown(people[1], changes)
    assert "<del>" in shown
    assert "<ins>" in shown
    assert "Yêu cầu, điều kiện: Có diều. → Có sáo." in shown


def test_each_is_offered_his_own_steps(changes, people):
    writer, publisher = people
    assert "Duyệt 1 thủ tục" not in _shown(writer, changes)
    assert "Duyệt 1 thủ tục" in _shown(publisher, changes)


def test_a_publisher_approves_it_and_it_is_announced(changes, people):
    answer = press(browser_of(people[1]), changes, "approve")
    assert answer.status_code == 302
    changes.refresh_from_db()
    assert changes.state == "approved"


def test_what_reaches_back_is_applied_as_soon_as_it_is_approved(changes, people):
    ChangeSet.objects.filter(pk=changes.pk).update(day=today(), is_retroactive=True)
    browser = browser_of(people[1])
    press(browser, changes, "approve")
    shown = browser.get(_address(changes)).content.decode()
    assert ("đã áp dụng ngay" in shown, "thông báo trước" in shown) == (True, False)
    assert effective_record(page_of(CODE), today()).conditions == "Có sáo."
    changes.refresh_from_db()
    assert changes.state == "applied"


def test_who_wrote_it_is_told_why_he_does_not_approve_it_and_keeps_what_he_typed(changes, agency):
    both = member(Role.PUBLISHER, agency, "hai")
    with steps.writing(changes.pk, both, timezone.now()):
        pass
    answer = press(browser_of(both), changes, "approve", reason="Gấp lắm")
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "cần người khác duyệt" in shown
    assert "Gấp lắm" in shown


@pytest.mark.parametrize("step", ["check", "approve"])
def test_what_was_changed_while_the_screen_was_open_is_not_taken_unseen(step, changes, people, agency):
    another = browser_of(member(Role.PUBLISHER, agency, "khac"))
    shown = another.get(_address(changes)).context["seal"]
    with steps.writing(changes.pk, people[0], timezone.now()) as held:
        put(held, page_of(CODE), {"conditions": "Có bão."})
    for sent in ({"seal": shown}, {}):
        answer = another.post(_address(changes, step), sent)
        assert (answer.status_code, "trong lúc bạn đang xem" in answer.content.decode()) == (422, True)
    changes.refresh_from_db()
    assert changes.state == "submitted"
    press(another, changes, step)
    changes.refresh_from_db()
    assert changes.state in ("checked", "approved")


def test_who_handed_it_in_is_offered_no_check_of_his_own(agency):
    both, another = member(Role.CHECKER, agency, "gui"), member(Role.CHECKER, agency, "kia")
    made = make_set(SOON, (published(CODE), "conditions", "Có sáo."), agency=agency)
    steps.submit(made.pk, both, timezone.now())
    assert "Thẩm định xong" not in _shown(both, made)
    assert "Thẩm định xong" in _shown(another, made)


def test_overlaps_are_put_before_the_approver(changes, people, agency):
    make_set(SOON, (page_of(CODE), "conditions", "Có gió."), agency=agency)
    shown = _shown(people[1], changes)
    assert "cũng đổi phần này" in shown
    answer = press(browser_of(people[1]), changes, "approve")
    assert (answer.status_code, "chồng lấn" in answer.content.decode()) == (422, True)
    press(browser_of(people[1]), changes, "approve", seen="on")
    changes.refresh_from_db()
    assert changes.state == "approved"


def test_a_text_that_moved_since_it_was_written_is_told(changes, people):
    bring(national_row(CODE, **{"Yêu cầu, điều kiện thực hiện": "Có mây."}))
    assert "nay đã khác so với khi soạn" in _shown(people[1], changes)


def test_the_day_is_typed_as_people_write_it_and_one_that_is_over_is_asked_about(changes, people):
    browser, typed = browser_of(people[0]), {"title": "Quyết định mới", "decision": "1/QĐ-UBND"}
    answer = browser.post(_address(changes, "sua"), typed | {"day": "01/03/2020"})
    assert "hiệu lực hồi tố" in answer.content.decode()
    assert "01/03/2020" in answer.content.decode()
    browser.post(_address(changes, "sua"), typed | {"day": "01/03/2020", "is_retroactive": "on"})
    changes.refresh_from_db()
    assert (changes.day, changes.title, changes.is_retroactive) == (datetime.date(2020, 3, 1), "Quyết định mới", True)


def test_what_is_no_day_stays_in_its_box(changes, people):
    answer = browser_of(people[0]).post(_address(changes, "sua"), {"title": "Q", "day": "31/02/2027"})
    assert "31/02/2027" in answer.content.decode()
    changes.refresh_from_db()
    assert changes.day == SOON


def test_a_difference_is_taken_out(changes, people):
    row = changes.differences.get()
    browser_of(people[0]).post(_address(changes, "bo-bot"), {"difference": [row.pk, "x", "99999999999999"]})
    assert changes.differences.count() == 0


def test_of_what_was_approved_who_may_not_approve_takes_nothing_out(changes, people):
    row = changes.differences.get()
    press(browser_of(people[1]), changes, "approve")
    assert "Bỏ các dòng đã đánh dấu" not in _shown(people[0], changes)
    answer = browser_of(people[0]).post(_address(changes, "bo-bot"), {"difference": [row.pk]})
    assert "người công bố mới bỏ bớt được" in answer.content.decode()
    changes.refresh_from_db()
    assert (changes.state, changes.differences.count()) == ("approved", 1)


def test_no_approval_is_offered_to_who_wrote_in_it_nor_before_the_check(changes, people, agency):
    both = member(Role.PUBLISHER, agency, "hai")
    with steps.writing(changes.pk, both, timezone.now()):
        pass
    assert "Duyệt 1 thủ tục" not in _shown(both, changes)
    assert "Duyệt 1 thủ tục" in _shown(people[1], changes)
    member(Role.CHECKER, agency)
    assert "Duyệt 1 thủ tục" not in _shown(people[1], changes)


def test_the_list_has_ones_own_sets_alone(changes, people):
    other = Agency.objects.create(name="Sở Sáo", kind="department")
    stranger = member(Role.PUBLISHER, other)
    address = "/quan-tri/thay-doi-hen-ngay/"
    assert changes.title in browser_of(people[0]).get(address).content.decode()
    assert changes.title not in browser_of(stranger).get(address).content.decode()
    assert browser_of(stranger).get(_address(changes)).status_code == 404


@pytest.mark.parametrize("many", [1, 12])
def test_it_asks_as_often_for_many_procedures_as_for_one(many, people, agency, django_assert_max_num_queries):
    made = make_set(SOON, agency=agency)
    for number in range(many):
        page = published(f"1.10001{number}")
        with steps.writing(made.pk, people[0], timezone.now()) as held:
            put(held, page, {"conditions": "Có sáo."})
    browser = browser_of(people[1])
    browser.get(_address(made))
    with django_assert_max_num_queries(34):
        browser.get(_address(made))


# --- For whom it waits ----------------------------------------------------------------------------


def test_it_says_who_takes_the_next_step(changes, people, agency):
    assert f"Chờ duyệt. Làm được: {people[1].username}." in _shown(people[0], changes)
    checker = member(Role.CHECKER, agency, "tham-dinh")
    assert "Chờ thẩm định. Làm được:" in _shown(people[0], changes)
    press(browser_of(checker), changes, "check")
    assert f"Chờ duyệt. Làm được: {people[1].username}." in _shown(people[0], changes)


def test_it_says_what_to_do_where_everybody_who_approves_wrote(changes, people, agency):
    with steps.writing(changes.pk, people[1], timezone.now()):
        pass
    shown = _shown(people[1], changes)
    assert "hiện không ai làm được" in shown
    assert "Duyệt 1 thủ tục" not in shown
    member(Role.PUBLISHER, None, "cong-bo-chung")
    assert "Làm được: cong-bo-chung." in _shown(people[1], changes)


def test_who_wrote_the_draft_that_a_set_begins_is_not_named_as_one_who_approves(agency, people):
    bring(national_row(CODE), publish=False)
    page = page_of(CODE)
    page.everyday_names = "thẻ diều"
    page.save_revision(user=people[1])
    made = make_set(SOON, (page, BEGINS, None), agency=agency)
    steps.submit(made.pk, people[0], timezone.now())
    assert "hiện không ai làm được" in _shown(people[0], made)
