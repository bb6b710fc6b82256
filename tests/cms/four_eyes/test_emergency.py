"""One person alone publishes what he wrote only with a reason, before everybody, until another has looked at it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import LogRow
from cms.four_eyes.emergency_screens import CONFIRM_URL, PAGE_URL, ROW_URL
from cms.models import Editor
from pages.four_eyes.shown import seal_of_draft
from pages.models import ContentPage, HomePage
from pages.models.emergency import SHOWN_DAYS, EmergencyPublication
from search.models import SynonymRule
from tests.cms.four_eyes.test_every_way import WRITTEN, at_the_desk, person, read
from tests.editors import saved_over
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
WHY = "Bão số 9, đổi nơi nộp hồ sơ ngay."


@pytest.fixture
def author() -> Editor:
    """A reviewer who wrote the draft."""
    return person("lan", "Người duyệt")


@pytest.fixture
def page(author) -> ContentPage:
    """A public page with a draft."""
    found = make_content(HomePage.objects.get(), "Hướng dẫn")
    found.summary = WRITTEN
    found.save_revision(user=author)
    return ContentPage.objects.get(pk=found.pk)


def screen(page) -> str:
    return reverse(PAGE_URL, args=[page.pk])


def publish_alone(client: Client, address: str, reason: str = WHY, draft: str = ""):
    """Opens the screen, gives the reason, presses."""
    shown = client.get(address)
    if shown.status_code != 200:
        return shown
    seen = BeautifulSoup(shown.content, "html.parser").select_one("input[name=draft]")["value"]
    return client.post(address, {"reason": reason, "draft": draft or seen})


def front(user: Editor) -> BeautifulSoup | None:
    """What the front page tells somebody of emergencies."""
    shown = at_the_desk(user).get(reverse("wagtailadmin_home")).content.decode()
    return BeautifulSoup(shown, "html.parser").select_one("#emergencies-section, [id^=panel-emergencies]")


def test_the_form_leads_who_wrote_it_there_and_nobody_else(author, page):
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert screen(page) in at_the_desk(author).get(edit).content.decode()
    another = at_the_desk(person("minh", "Người duyệt"))
    assert screen(page) not in another.get(edit).content.decode()
    assert publish_alone(another, screen(page)).status_code in (302, 403)
    editor = person("hoa", "Biên tập viên")
    page.summary = "Khác."
    page.save_revision(user=editor)
    assert publish_alone(at_the_desk(editor), screen(page)).status_code in (302, 403)
    assert read(page) == ""


def test_it_becomes_public_and_the_log_says_why(author, page):
    shown = at_the_desk(author).get(screen(page)).content.decode()
    assert "quầy số 2" in shown
    assert publish_alone(at_the_desk(author), screen(page)).status_code == 302
    assert read(page) == WRITTEN
    row = LogRow.objects.get(action="portal.publish_alone")
    assert (row.actor_name, WHY in row.details) == ("lan", True)
    history = at_the_desk(author).get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert WHY in history


@pytest.mark.parametrize("reason", ["", "   ", "gấp", "x" * 1001])
def test_without_a_reason_nothing_is_published_and_what_was_typed_stays(author, page, reason):
    answer = publish_alone(at_the_desk(author), screen(page), reason)
    assert answer.status_code == 422
    assert "ý do" in BeautifulSoup(answer.content, "html.parser").select_one("[role=alert]").get_text()
    assert (read(page), EmergencyPublication.objects.count()) == ("", 0)


def test_a_draft_that_was_saved_since_is_not_published_unseen(author, page):
    seen = seal_of_draft(page)
    page.summary = "Khác."
    page.save_revision(user=author)
    answer = publish_alone(at_the_desk(author), screen(page), draft=seen)
    assert "vừa được lưu thêm" in answer.content.decode()
    assert WHY in answer.content.decode()
    assert read(page) == ""


def test_nor_is_a_text_that_a_form_saved_by_itself_under_the_same_number(author, page):
    seen, number = seal_of_draft(page), page.latest_revision_id
    assert saved_over(page, summary="Khác.").pk == number
    answer = publish_alone(at_the_desk(author), screen(page), draft=seen)
    assert "vừa được lưu thêm" in answer.content.decode()
    assert read(page) == ""


def test_everybody_reads_of_it_until_another_has_looked_at_it(author, page):
    publish_alone(at_the_desk(author), screen(page))
    editor, another = person("hoa", "Biên tập viên"), person("minh", "Người duyệt")
    for user in (author, editor, another):
        assert WHY in front(user).get_text()
    assert [front(user).select_one("form") is not None for user in (author, editor, another)] == [False, False, True]
    told = EmergencyPublication.objects.get()
    address = reverse(CONFIRM_URL, args=[told.pk])
    for user in (author, editor):
        at_the_desk(user).post(address)
        told.refresh_from_db()
        assert told.looked_at is None
    compared = front(another).select_one("a")["href"]
    assert at_the_desk(another).get(compared).status_code == 200
    assert at_the_desk(another).post(address).status_code == 302
    told.refresh_from_db()
    assert told.looked_by == another
    assert "Đã xem lại: minh" in " ".join(front(author).get_text().split())
    assert LogRow.objects.filter(action="portal.looked_at", actor_name="minh").count() == 1


def test_who_only_wrote_a_part_of_it_does_not_look_at_it(author, page):
    hoa = person("hoa", "Người duyệt")
    page.summary = f"{WRITTEN} Mang thẻ."
    page.save_revision(user=hoa)
    publish_alone(at_the_desk(author), screen(page))
    told = EmergencyPublication.objects.get()
    at_the_desk(hoa).post(reverse(CONFIRM_URL, args=[told.pk]))
    told.refresh_from_db()
    assert told.looked_at is None


def test_it_leaves_the_front_page_after_some_days_but_not_before_it_was_looked_at(author, page):
    publish_alone(at_the_desk(author), screen(page))
    long_ago = timezone.now() - timedelta(days=SHOWN_DAYS + 1)
    EmergencyPublication.objects.update(at=long_ago)
    assert WHY in front(author).get_text()
    EmergencyPublication.objects.update(looked_at=long_ago)
    assert front(author) is None


def test_a_draft_that_is_not_ready_is_refused_in_words(author, page):
    draft = page.get_latest_revision_as_object()
    draft.title = ""
    draft.save_revision(user=author, clean=False)
    answer = publish_alone(at_the_desk(author), screen(page))
    assert "Chưa công bố được." in answer.content.decode()
    assert WHY in answer.content.decode()
    assert read(page) == ""


def test_what_has_an_hour_is_no_emergency(author, page):
    draft = page.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.save_revision(user=author)
    answer = publish_alone(at_the_desk(author), screen(page))
    assert "hãy bỏ giờ hẹn" in answer.content.decode()
    assert not EmergencyPublication.objects.exists()


def test_an_administrator_is_asked_for_a_reason_too(page):
    administrator = person("quantri", "")
    page.summary = "Khác."
    page.save_revision(user=administrator)
    assert publish_alone(at_the_desk(administrator), screen(page), "").status_code == 422
    assert publish_alone(at_the_desk(administrator), screen(page)).status_code == 302
    assert read(page) == "Khác."


def test_a_row_is_published_alone_the_same_way(author):
    rule = SynonymRule.objects.create(everyday="sổ gió", official="giấy gió", note="cũ")
    rule.note = "mới"
    rule.save_revision(user=author)
    address = reverse(ROW_URL, args=["search", "synonymrule", rule.pk])
    edit = reverse(rule.snippet_viewset.get_url_name("edit"), args=[rule.pk])
    assert address in at_the_desk(author).get(edit).content.decode()
    assert publish_alone(at_the_desk(author), address).status_code == 302
    assert SynonymRule.objects.get(pk=rule.pk).note == "mới"
    another = person("minh", "Người duyệt")
    assert at_the_desk(another).get(front(another).select_one("a")["href"]).status_code == 200


def test_what_is_no_page_and_no_row_with_drafts_is_not_found(author):
    sector = reverse(ROW_URL, args=["procedures_catalog", "sector", 1])
    assert at_the_desk(author).get(sector).status_code == 404


def test_a_deleted_page_is_still_told_of(author, page):
    publish_alone(at_the_desk(author), screen(page))
    page.delete()
    assert WHY in front(author).get_text()
    administrator = person("quantri", "")
    at_the_desk(administrator).post(reverse(CONFIRM_URL, args=[EmergencyPublication.objects.get().pk]))
    assert EmergencyPublication.objects.get().looked_by == administrator
