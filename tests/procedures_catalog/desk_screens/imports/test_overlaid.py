"""The State changed a part over which the province's own text stands: one task with all three texts."""

import pytest
from django.urls import reverse

from agencies.models import Role
from procedures_catalog.models import OverlaidChange
from tests.editors import browser_of, member, published_by_another
from tests.procedures_catalog.factories import bring, national_row, page_of, published
from tests.procedures_catalog.importing.at_desk.overlays import overlay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"


def _now(text: str) -> None:
    bring(national_row(CODE, **{"Yêu cầu, điều kiện thực hiện": text, "Mô tả": text}))


@pytest.fixture
def change(portal) -> OverlaidChange:
    """What the State changed beneath a text of the province."""
    overlay(published(CODE), "conditions", "Có diều của tỉnh.")
    _now("Có dây.")
    return OverlaidChange.objects.get()


@pytest.fixture
def writer(portal):
    """The browser of who writes for the whole portal."""
    return browser_of(member(Role.WRITER))


def _settled(browser, change, choice) -> int:
    return browser.post(reverse("settle_overlaid_change", args=[change.pk]), {"choice": choice}).status_code


def test_the_task_has_all_three_texts(change, writer):
    assert [text.partition(": ")[2] for text in (change.before, change.now, change.ours)] == [
        "Có diều.",
        "Có dây.",
        "Có diều của tỉnh.",
    ]
    shown = writer.get(reverse("overlaid_changes")).content.decode()
    for text in ("Có diều.", "Có dây.", "Có diều của tỉnh.", "chưa có cơ quan phụ trách: 1"):
        assert text in shown


def test_a_further_change_is_the_same_task(change):
    _now("Có dây dài.")
    again = OverlaidChange.objects.get()
    assert ("Có diều." in again.before, "Có dây dài." in again.now) == (True, True)


def test_a_part_that_the_province_does_not_overlay_makes_none(portal):
    overlay(published(CODE), "results", [{"type": "text", "value": "Thẻ", "id": "a"}])
    _now("Có dây.")
    assert not OverlaidChange.objects.exists()


def test_keeping_settles_it_at_once(change, writer):
    assert _settled(writer, change, "keep") == 302
    change.refresh_from_db()
    assert (change.state, change.settled_by.username) == ("kept", "writer-portal")
    assert page_of(CODE).overlay.raw_data[0]["value"]["value"] == "Có diều của tỉnh."
    assert _settled(writer, change, "keep") == 404


@pytest.mark.parametrize(("choice", "left"), [("drop", []), ("take", ["Có dây."])])
def test_dropping_and_taking_are_drafts_and_settled_once_another_publishes_them(change, writer, choice, left):
    assert _settled(writer, change, choice) == 302
    assert len(page_of(CODE).overlay.raw_data) == 1
    assert OverlaidChange.objects.get().state == "open"
    page = published_by_another(page_of(CODE))
    assert [block["value"]["value"] for block in page.overlay.raw_data] == left
    assert OverlaidChange.objects.get().state == "published"


def test_whoever_may_not_edit_the_page_settles_nothing(change):
    officer = browser_of(member(Role.KEEPER))
    assert _settled(officer, change, "keep") in (302, 403)
    assert OverlaidChange.objects.get().state == "open"


def test_a_word_that_is_no_choice_leads_to_nothing(change, writer):
    assert _settled(writer, change, "all") == 404


def test_the_list_asks_as_often_for_three_tasks_as_for_one(change, writer, django_assert_max_num_queries):
    for code in ("1.100002", "1.100003"):
        overlay(published(code), "conditions", "Của tỉnh.")
        bring(national_row(code, **{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    with django_assert_max_num_queries(25):
        assert writer.get(reverse("overlaid_changes")).content.decode().count("<section") == 3
