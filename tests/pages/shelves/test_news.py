"""News stand on the shelves of agencies, which bear rights and are no part of any address."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry

from agencies.models import Agency
from audit.acting import Acting, passing
from audit.models import LogRow
from pages.load import load_news
from pages.models import NewsIndexPage, NewsPage, NewsShelfPage
from pages.shelves.news import arrange_news, news_shelves
from pages.turns import Turns
from tests.pages.factories import make_news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def sky() -> Agency:
    return Agency.objects.create(name="Sở Gió", kind="department")


@pytest.fixture
def shelf(sky) -> NewsShelfPage:
    """That agency's shelf."""
    return shelf_of(sky)


def shelf_of(agency: Agency) -> NewsShelfPage:
    with transaction.atomic():
        pk = news_shelves().of(agency.pk).pk
    return NewsShelfPage.objects.get(pk=pk)


def news_of(agency: Agency | None = None, title: str = "Lịch tiếp công dân") -> NewsPage:
    return make_news(NewsIndexPage.objects.get(), title, agency=agency)


def test_on_a_shelf_news_keep_their_address_and_stand_in_every_list(client, shelf):
    page = news_of()
    page.move(shelf, pos="last-child")
    moved = NewsPage.objects.get()
    assert (moved.get_parent().pk, moved.url) == (shelf.pk, "/tin-tuc/lich-tiep-cong-dan/")
    for address in ("/tin-tuc/lich-tiep-cong-dan/", "/tin-tuc/", "/", "/tin-tuc.atom"):
        assert "Lịch tiếp công dân" in client.get(address).content.decode(), address
    assert not Redirect.objects.exists()


def test_a_shelf_has_no_address_and_stands_in_no_sitemap(client, shelf):
    news_of().move(shelf, pos="last-child")
    assert shelf.url is None
    assert client.get(f"/tin-tuc/{shelf.slug}/").status_code == 404
    map_of_pages = client.get("/sitemap-trang.xml").content.decode()
    assert "lich-tiep-cong-dan" in map_of_pages
    assert map_of_pages.count("/tin-tuc/</loc>") == 1


def test_an_address_is_given_once_in_the_whole_list(shelf):
    news_of()
    again = NewsPage(title="Lịch tiếp công dân", slug="lich-tiep-cong-dan")
    with pytest.raises(ValidationError, match="đã có tin khác dùng"):
        shelf.add_child(instance=again)
    NewsShelfPage.objects.get().add_child(instance=NewsPage(title="Lịch tiếp công dân"))
    assert set(NewsPage.objects.values_list("slug", flat=True)) == {"lich-tiep-cong-dan", "lich-tiep-cong-dan-2"}


def test_news_that_name_an_agency_are_put_onto_its_shelf_and_nobodys_stay(sky):
    own, common = news_of(sky, "Của sở"), news_of(None, "Của tỉnh")
    with passing(Acting(command="prepare_portal")):
        assert arrange_news(Turns()) == 1
    assert {page.title: page.get_parent().title for page in NewsPage.objects.all()} == {
        "Của sở": "Sở Gió",
        "Của tỉnh": "Tin tức",
    }
    assert NewsPage.objects.get(pk=own.pk).url == own.url
    assert NewsIndexPage.objects.get().numchild == 2
    assert PageLogEntry.objects.get(page=own.pk, action="wagtail.move").data["destination"]["title"] == "Sở Gió"
    assert LogRow.objects.filter(action="pages.bulk").count() == 1
    assert arrange_news(Turns()) == 0
    assert NewsPage.objects.get(pk=common.pk).path == common.path


def test_what_was_put_on_a_shelf_by_hand_stays_there(sky, shelf):
    other = Agency.objects.create(name="Sở Mây", kind="department")
    news_of(other).move(shelf, pos="last-child")
    assert arrange_news(Turns()) == 0


def test_wagtails_command_about_addresses_is_put_right(client, sky):
    page = news_of(sky)
    arrange_news(Turns())
    call_command("set_url_paths")
    arrange_news(Turns())
    assert NewsPage.objects.get().url == page.url
    assert client.get(page.url).status_code == 200


def test_what_is_loaded_again_is_found_on_its_shelf(sky):
    row = {"slug": "lich", "title": "Lịch", "date": "2026-11-01", "summary": "", "paragraphs": ["Tuần này."]}
    load_news(NewsIndexPage.objects.get(), [row])
    NewsPage.objects.update(agency=sky)
    arrange_news(Turns())
    assert load_news(NewsIndexPage.objects.get(), [row | {"title": "Lịch mới"}]) == 1
    assert NewsPage.objects.get().title == "Lịch mới"


def test_an_agency_has_one_shelf(sky, shelf):
    assert shelf_of(sky) == shelf
    with pytest.raises(ValidationError, match="Mỗi cơ quan chỉ có một ngăn"):
        NewsIndexPage.objects.get().add_child(instance=NewsShelfPage(title="Khác", agency=sky))


def test_the_newest_come_first_from_whichever_shelf(client, shelf):
    for day in (1, 2, 3):
        page = make_news(NewsIndexPage.objects.get(), f"Tin ngày {day}", date=datetime.date(2026, 10, day))
        if day == 2:
            page.move(shelf, pos="last-child")
    html = client.get("/tin-tuc/").content.decode()
    assert html.index("Tin ngày 3") < html.index("Tin ngày 2") < html.index("Tin ngày 1")
