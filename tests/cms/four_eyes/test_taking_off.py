"""One person takes off, or closes, what the public reads only with a reason, before everybody, until another has looked
at it; nobody deletes what is public."""

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from audit.models import LogRow
from cms.four_eyes.emergency_screens import CONFIRM_URL
from cms.models import Editor
from pages.models import ContentPage, HomePage
from pages.models.emergency import EmergencyPublication, Kind
from tests.cms.four_eyes.test_emergency import front
from tests.cms.four_eyes.test_every_way import at_the_desk, person
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
WHY = "Văn bản đã bị bãi bỏ từ hôm nay."


@pytest.fixture
def page() -> ContentPage:
    """What the public reads."""
    return make_content(HomePage.objects.get(), "Hướng dẫn")


@pytest.fixture
def publisher() -> Editor:
    return person("lan", "Người duyệt")


def is_live(page: ContentPage) -> bool:
    return ContentPage.objects.get(pk=page.pk).live


def take_off(client: Client, page: ContentPage, **sent: str) -> HttpResponse:
    return client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), sent)


def take_off_together(client: Client, *pages: ContentPage, **sent: str) -> HttpResponse:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    numbers = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{numbers}&next=/quan-tri/", sent)


def close(client: Client, page: ContentPage, **sent: str) -> HttpResponse:
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    return client.post(address, {"restriction_type": "login"} | sent)


def test_without_a_reason_it_stays_public_and_what_was_typed_stays(publisher, page):
    answer = take_off(at_the_desk(publisher), page, reason="gấp")
    shown = BeautifulSoup(answer.content, "html.parser")
    assert (answer.status_code, shown.select_one("#reason").get_text()) == (422, "gấp")
    assert "lý do" in shown.select_one("[role=alert]").get_text()
    assert is_live(page)


def test_with_a_reason_it_is_off_and_everybody_reads_why_until_another_has_looked_at_it(publisher, page):
    assert take_off(at_the_desk(publisher), page, reason=WHY).status_code == 302
    assert not is_live(page)
    another, writer = person("minh", "Người duyệt"), person("hoa", "Biên tập viên")
    for user in (publisher, another, writer):
        assert "gỡ lúc" in " ".join(front(user).get_text().split())
        assert WHY in front(user).get_text()
    assert [front(user).select_one("form") is not None for user in (publisher, another, writer)] == [False, True, False]
    told = EmergencyPublication.objects.get()
    at_the_desk(another).post(reverse(CONFIRM_URL, args=[told.pk]))
    told.refresh_from_db()
    assert told.looked_by == another


def test_the_log_and_the_history_say_why(publisher, page):
    take_off(at_the_desk(publisher), page, reason=WHY)
    assert WHY in LogRow.objects.get(action="portal.take_off").details
    history = at_the_desk(publisher).get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert f"Đã gỡ khỏi cổng. Lý do: {WHY}" in history


def test_many_at_once_need_the_reason_too_and_each_is_told(publisher, page):
    second = make_content(HomePage.objects.get(), "Giờ làm việc")
    client = at_the_desk(publisher)
    assert "ít nhất" in take_off_together(client, page, second, reason="").content.decode()
    assert (is_live(page), is_live(second)) == (True, True)
    take_off_together(client, page, second, reason=WHY)
    assert (is_live(page), is_live(second)) == (False, False)
    assert set(EmergencyPublication.objects.values_list("title", flat=True)) == {"Hướng dẫn", "Giờ làm việc"}


def test_those_below_are_told_with_the_page_above_them(publisher, page):
    make_content(page, "Lệ phí")
    make_content(page, "Mẫu đơn")
    take_off(at_the_desk(publisher), page, reason=WHY, include_descendants="on")
    assert [told.title for told in EmergencyPublication.objects.all()] == ["Hướng dẫn và 2 trang bên dưới"]
    assert not ContentPage.objects.filter(live=True).exists()


def test_closing_needs_the_reason_and_is_told(publisher, page):
    client = at_the_desk(publisher)
    assert "ít nhất" in close(client, page).json()["html"]
    assert not PageViewRestriction.objects.exists()
    close(client, page, reason=WHY)
    assert PageViewRestriction.objects.get().page_id == page.pk
    assert EmergencyPublication.objects.get().kind == Kind.CLOSED
    assert "hạn chế người xem lúc" in " ".join(front(publisher).get_text().split())


def test_opening_again_and_changing_who_may_see_it_need_none(publisher, page):
    client = at_the_desk(publisher)
    close(client, page, reason=WHY)
    close(client, page, restriction_type="password", password="khoa")
    assert PageViewRestriction.objects.get().restriction_type == "password"
    close(client, page, restriction_type="none")
    assert not PageViewRestriction.objects.exists()
    assert EmergencyPublication.objects.count() == 1


def test_the_interface_takes_nothing_off(page):
    answer = at_the_desk(person("quan-tri", "")).post(f"/quan-tri/api/main/pages/{page.pk}/action/unpublish/")
    assert answer.status_code == 403
    assert is_live(page)


def test_what_is_public_is_taken_off_before_it_is_deleted(publisher, page):
    client = at_the_desk(publisher)
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    answer = client.post(address, follow=True)
    assert "Hãy gỡ trước" in answer.content.decode()
    assert 'name="reason"' in answer.content.decode()
    together = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{together}?id={page.pk}&next=/quan-tri/")
    assert is_live(page)
    take_off(client, page, reason=WHY)
    client.post(address)
    assert not ContentPage.objects.filter(pk=page.pk).exists()


def test_a_page_with_something_public_below_it_is_not_deleted(page):
    below = make_content(page, "Lệ phí")
    client = at_the_desk(person("quan-tri", ""))
    take_off(client, page, reason=WHY)
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert is_live(below)


def test_the_portal_itself_needs_no_reason(page):
    page.unpublish()
    assert (is_live(page), EmergencyPublication.objects.count()) == (False, 0)
