"""A corrected change note is public at once: everybody at the desk reads the old words and the new ones, until another
who publishes there has looked at them or has given the old ones back."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import Agency, Role
from cms.four_eyes.emergency_screens import CONFIRM_URL
from cms.models import Editor
from pages.models.emergency import EmergencyPublication, Kind
from procedures_catalog.models import ChangeNote, ChangeNoteCorrection
from tests.cms.four_eyes.test_emergency import front
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import bring, national_row, page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
PROPOSED = "Yêu cầu, điều kiện: Có diều. → Có dây."
WRONG = "Không phải nộp gì nữa."


@pytest.fixture
def agency(portal) -> Agency:
    return Agency.objects.create(name="Phòng Diều", kind="department")


@pytest.fixture
def note(agency) -> ChangeNote:
    """The note of a procedure of the agency that changed today."""
    published(CODE)
    bring(national_row(CODE, **{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    page_of(CODE).move(shelf(agency), pos="last-child")
    return ChangeNote.objects.get(version__number=2)


@pytest.fixture
def lan(note, agency) -> Editor:
    return member(Role.PUBLISHER, agency, "lan")


@pytest.fixture
def minh(note, agency) -> Editor:
    return member(Role.PUBLISHER, agency, "minh")


def correct(person: Editor, note: ChangeNote, text: str, **more: str) -> None:
    note.refresh_from_db()
    sent = {"text": text, "seen": note.text, **more}
    assert browser_of(person).post(reverse("change_note", args=[note.pk]), sent).status_code == 302


def press(person: Editor, told: EmergencyPublication, **sent: str) -> str:
    """The button, and what is said of it."""
    answer = browser_of(person).post(reverse(CONFIRM_URL, args=[told.pk]), sent, follow=True)
    told.refresh_from_db()
    return unescape(answer.content.decode())


def words(note: ChangeNote) -> tuple[str, bool]:
    note.refresh_from_db()
    return note.text, note.is_minor


def test_it_stands_before_everybody_with_the_old_words_and_the_new(note, lan, minh):
    correct(lan, note, WRONG)
    told = EmergencyPublication.objects.get()
    assert (told.kind, told.by) == (Kind.NOTE, lan)
    shown = front(minh)
    assert f"“{PROPOSED.rstrip('.')}” → “{WRONG.rstrip('.')}”" in shown.get_text()
    assert reverse("change_note", args=[note.pk]) in str(shown)
    assert "Chưa ai xem lại" in front(lan).get_text()


def test_one_press_says_that_another_has_looked_and_the_words_stay(note, lan, minh):
    correct(lan, note, "Nay phải có dây.")
    told = EmergencyPublication.objects.get()
    press(minh, told)
    assert (told.looked_by, words(note)) == (minh, ("Nay phải có dây.", False))


def test_one_press_gives_the_old_words_back_and_nobody_is_told_anew(client, note, lan, minh):
    correct(lan, note, WRONG)
    told = EmergencyPublication.objects.get()
    assert "Đã trả lại như trước" in press(minh, told, back="1")
    assert (told.looked_by, words(note)) == (minh, (PROPOSED, False))
    assert ChangeNoteCorrection.objects.filter(by=minh, before=WRONG, after=PROPOSED).exists()
    assert EmergencyPublication.objects.count() == 1
    assert WRONG not in unescape(client.get(page_of(CODE).url).content.decode())


def test_what_was_hidden_as_minor_is_told_again_by_one_press(client, note, lan, minh):
    correct(lan, note, PROPOSED, is_minor="on")
    told = EmergencyPublication.objects.get()
    assert "(sửa nhỏ, không báo)" in told.reason
    press(minh, told, back="1")
    assert words(note) == (PROPOSED, False)
    assert "Có dây" in unescape(client.get("/cap-nhat/").content.decode())


def test_who_corrected_it_and_who_publishes_elsewhere_neither_look_nor_give_back(note, lan):
    correct(lan, note, WRONG)
    told = EmergencyPublication.objects.get()
    other = member(Role.PUBLISHER, Agency.objects.create(name="Phòng Sáo", kind="department"), "hoa")
    writer = member(Role.WRITER, Agency.objects.get(name="Phòng Diều"), "soan")
    for person in (lan, other, writer):
        for sent in ({}, {"back": "1"}):
            press(person, told, **sent)
            assert (told.looked_by, words(note)) == (None, (WRONG, False))


def test_words_that_were_corrected_further_are_not_overwritten_by_giving_back(note, lan, minh):
    correct(lan, note, "Chữ thứ nhất")
    first = EmergencyPublication.objects.get()
    correct(lan, note, "Chữ thứ hai")
    assert "đã được sửa tiếp" in press(minh, first, back="1")
    assert (first.looked_by, words(note)) == (None, ("Chữ thứ hai", False))


def test_what_somebody_has_looked_at_already_is_not_given_back_by_a_second_press(note, lan, minh):
    correct(lan, note, "Nay phải có dây.")
    told = EmergencyPublication.objects.get()
    press(minh, told)
    assert "đã có người xem lại" in press(minh, told, back="1")
    assert words(note) == ("Nay phải có dây.", False)


def asked(browser) -> int:
    """How many questions the front page puts, once what is kept between two requests is there."""
    browser.get(reverse("wagtailadmin_home"))
    with CaptureQueriesContext(connection) as queries:
        browser.get(reverse("wagtailadmin_home"))
    return len(queries)


def test_ten_corrections_ask_the_front_page_no_more_than_one(note, lan, minh):
    browser = browser_of(minh)
    correct(lan, note, "Chữ 0")
    few = asked(browser)
    for number in range(1, 10):
        correct(lan, note, f"Chữ {number}")
    assert asked(browser) <= few
    assert "Chữ 9" in browser.get(reverse("wagtailadmin_home")).content.decode()
