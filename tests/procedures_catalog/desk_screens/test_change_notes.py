"""A note is corrected at the desk by who publishes there: citizens read it at once, both texts are kept."""

from html import unescape

import pytest
from django.urls import reverse

from agencies.models import Agency, Role
from audit.models import LogRow
from procedures_catalog.models import ChangeNote, ChangeNoteCorrection
from procedures_catalog.versions import news
from tests.clock import today
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import bring, national_row, page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
PROPOSED = "Yêu cầu, điều kiện: Có diều. → Có dây."


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


def address(note: ChangeNote) -> str:
    return reverse("change_note", args=[note.pk])


def send(browser, note: ChangeNote, text: str, **more):
    """What the form sends."""
    return browser.post(address(note), {"text": text, "seen": note.text, **more})


def test_a_publisher_corrects_it_and_both_texts_stay(client, note, agency):
    publisher = member(Role.PUBLISHER, agency)
    answer = send(browser_of(publisher), note, "Nay phải có dây.\r\n\r\n Không cần sáo.")
    assert answer.status_code == 302
    note.refresh_from_db()
    assert (note.text, note.proposed, note.is_minor) == ("Nay phải có dây.\nKhông cần sáo.", PROPOSED, False)
    (kept,) = note.corrections.all()
    assert (kept.by, kept.before, kept.after) == (publisher, PROPOSED, note.text)
    assert kept.at == note.corrected_at
    assert "Nay phải có dây." in unescape(client.get(page_of(CODE).url).content.decode())


def test_the_log_tells_who_changed_what_to_what(note, agency):
    publisher = member(Role.PUBLISHER, agency)
    send(browser_of(publisher), note, "Nay phải có dây.")
    row = LogRow.objects.filter(kind="procedures_catalog.changenote").latest("number")
    assert row.actor == publisher.pk or row.actor_name
    assert tuple(row.changed["text"]) == (PROPOSED, "Nay phải có dây.")


def test_without_a_text_the_proposal_comes_back(note, agency):
    browser = browser_of(member(Role.PUBLISHER, agency))
    send(browser, note, "Chữ sai")
    note.refresh_from_db()
    send(browser, note, " ")
    note.refresh_from_db()
    assert note.text == PROPOSED
    assert note.corrections.count() == 2


def test_what_is_marked_minor_is_told_nobody_any_more(client, note, agency):
    send(browser_of(member(Role.PUBLISHER, agency)), note, note.text, is_minor="on")
    note.refresh_from_db()
    assert note.is_minor
    assert "Có dây" not in unescape(client.get("/cap-nhat/").content.decode())


@pytest.mark.parametrize("part", ["state", "validity", "time", "fee"])
def test_what_is_weighty_is_never_marked_minor_and_what_was_typed_stays(note, agency, part):
    ChangeNote.objects.filter(pk=note.pk).update(parts=f"conditions {part}")
    answer = send(browser_of(member(Role.PUBLISHER, agency)), note, "Chữ khác", is_minor="on")
    shown = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert ("không ghi là sửa nhỏ" in shown, "Chữ khác" in shown) == (True, True)
    assert ChangeNote.objects.get(pk=note.pk).text == PROPOSED


def test_nothing_changed_is_no_correction(note, agency):
    assert send(browser_of(member(Role.PUBLISHER, agency)), note, note.text).status_code == 302
    assert not ChangeNoteCorrection.objects.exists()


def test_of_two_who_correct_it_at_once_the_second_sees_what_the_first_wrote_and_loses_nothing(note, agency):
    browser = browser_of(member(Role.PUBLISHER, agency))
    send(browser, note, "Người thứ nhất")
    answer = send(browser, note, "Người thứ hai")
    shown = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "vừa được người khác sửa" in shown
    assert ("Người thứ nhất" in shown, "Người thứ hai" in shown) == (True, True)
    assert ChangeNote.objects.get(pk=note.pk).text == "Người thứ nhất"


def test_a_text_that_is_too_long_comes_back_with_a_sentence(note, agency):
    answer = send(browser_of(member(Role.PUBLISHER, agency)), note, "a" * 501)
    assert answer.status_code == 422
    assert "a" * 501 in answer.content.decode()


@pytest.mark.parametrize(("role", "own", "status"), [("WRITER", True, 403), ("PUBLISHER", False, 404)])
def test_nobody_else_corrects_it(note, agency, role, own, status):
    of = agency if own else Agency.objects.create(name="Phòng Sáo", kind="department")
    answer = send(browser_of(member(Role[role], of)), note, "Chữ khác")
    assert answer.status_code == status
    assert ChangeNote.objects.get(pk=note.pk).text == PROPOSED


def test_the_list_has_the_days_notes_of_ones_agencies_and_the_text_for_a_channel(note, agency):
    shown = unescape(browser_of(member(Role.PUBLISHER, agency)).get(reverse("change_notes")).content.decode())
    assert address(note) in shown
    assert "data-copied" in shown
    assert f"/cap-nhat/zalo.txt?ngay={today().isoformat()}" in shown
    stranger = member(Role.PUBLISHER, Agency.objects.create(name="Phòng Sáo", kind="department"))
    assert address(note) not in browser_of(stranger).get(reverse("change_notes")).content.decode()


@pytest.mark.parametrize("day", ["hôm qua", "31/02/2026", "2026-12-01", "1/1/2000"])
def test_a_day_is_taken_as_people_write_it_and_another_is_answered(note, agency, day):
    answer = browser_of(member(Role.PUBLISHER, agency)).get(reverse("change_notes"), {"ngay": day})
    assert answer.status_code == 200


def test_of_a_day_that_is_none_the_list_shows_none_but_what_was_typed(note, agency):
    browser = browser_of(member(Role.PUBLISHER, agency))
    shown = unescape(browser.get(reverse("change_notes"), {"ngay": "31/2/2026"}).content.decode())
    assert 'value="31/2/2026"' in shown
    assert ("Có dây" in shown, "Ngày này không có" in shown) == (False, False)


def test_what_a_catalogue_was_brought_in_with_is_told_nobody(note, agency, monkeypatch):
    browser = browser_of(member(Role.PUBLISHER, agency))
    assert browser.get(reverse("change_notes")).content.decode().count("<td>có</td>") == 2
    monkeypatch.setattr(news, "FEWEST", 1)
    shown = browser.get(reverse("change_notes")).content.decode()
    assert (shown.count("<td>có</td>"), shown.count("<td>không (nhập ban đầu")) == (1, 1)


def test_the_list_asks_as_much_for_many_as_for_few(agency, django_assert_max_num_queries):
    browser = browser_of(member(Role.PUBLISHER, agency))
    for first, last in ((0, 2), (2, 30)):
        for number in range(first, last):
            published(f"1.2000{number:02}").move(shelf(agency), pos="last-child")
        browser.get(reverse("change_notes"))
        with django_assert_max_num_queries(32):
            browser.get(reverse("change_notes"))
