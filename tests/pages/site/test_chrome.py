"""What stands around every page."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from pages.site.chrome import chrome
from tests.pages.factories import make_content, make_news, make_news_index, settled


def portal(path: str = "/") -> dict:
    """The portal as a template at that address sees it."""
    return chrome(RequestFactory().get(path))["portal"]


def labels(path: str = "/") -> list[str]:
    """The menu's labels."""
    return [entry["label"] for entry in portal(path)["nav"]]


def test_two_queries_cold_and_none_warm(home, django_assert_num_queries):
    make_content(home, "Giới thiệu", in_footer=True)
    make_news_index(home)
    with django_assert_num_queries(2):
        portal()
    with django_assert_num_queries(0):
        portal("/tin-tuc/")


def test_names_and_telephone(home):
    settled(province_name="tỉnh Trường Sơn", hotline="0292 3812 345", is_demo=True)
    shown = portal()
    assert shown["province_name"] == "tỉnh Trường Sơn"
    assert [number.href for number in shown["hotline_numbers"]] == ["tel:+842923812345"]
    assert shown["is_demo"] is True


def test_the_menu_holds_children_of_home_in_their_order_and_then_the_agencies(home):
    about = make_content(home, "Giới thiệu", show_in_menus=True)
    make_content(home, "Không ở đâu cả")
    make_content(about, "Ở dưới sâu", show_in_menus=True)
    make_news_index(home)
    assert [(entry["label"], entry["url"]) for entry in portal()["nav"]] == [
        ("Giới thiệu", "/gioi-thieu/"),
        ("Tin tức", "/tin-tuc/"),
        ("Cơ quan", "/co-quan/"),
    ]


def test_the_foot_of_every_page_leads_to_typing_a_code_and_to_the_counts_of_scans(client, home):
    shown = client.get("/").content.decode()
    assert 'href="/q/"' in shown
    assert 'href="/thong-ke-quet/"' in shown


def test_the_footer_is_a_menu_of_its_own(home):
    make_content(home, "Khả năng tiếp cận", in_footer=True)
    assert portal()["footer_nav"] == [{"label": "Khả năng tiếp cận", "url": "/kha-nang-tiep-can/"}]
    assert labels() == ["Cơ quan"]


def test_says_where_one_is(home):
    news = make_news(make_news_index(home))
    current = {entry["label"]: entry["current"] for entry in portal(news.url)["nav"]}
    assert current == {"Tin tức": True, "Cơ quan": False}


def test_a_change_shows_at_once(home):
    page = make_content(home, "Giới thiệu", show_in_menus=True)
    assert "Giới thiệu" in labels()
    page.title = "Về cổng này"
    page.save_revision().publish()
    assert "Về cổng này" in labels()
    page.unpublish()
    assert labels() == ["Cơ quan"]


def test_a_page_moved_or_deleted_leaves_the_menu(home):
    page, other = (make_content(home, title, show_in_menus=True) for title in ("Một", "Hai"))
    assert labels() == ["Một", "Hai", "Cơ quan"]
    other.move(page, pos="last-child")
    assert labels() == ["Một", "Cơ quan"]
    page.refresh_from_db()
    page.delete()
    assert labels() == ["Cơ quan"]


def test_settings_show_at_once(home):
    settings = settled(site_name="Tên cũ")
    assert portal()["site_name"] == "Tên cũ"
    settings.site_name = "Tên mới"
    settings.save()
    assert portal()["site_name"] == "Tên mới"


def test_a_restricted_page_is_in_no_menu(home):
    page = make_content(home, "Nội bộ", show_in_menus=True)
    page.view_restrictions.create(restriction_type="login")
    page.save_revision().publish()
    assert labels() == ["Cơ quan"]


def test_an_empty_database_has_defaults(home):
    Site.objects.all().delete()
    shown = portal()
    assert [entry["label"] for entry in shown["nav"]] == ["Cơ quan"]
    assert (shown["hotline"], shown["hotline_pieces"], shown["is_demo"]) == ("", (), False)


def test_the_desk_has_none(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert chrome(RequestFactory().get("/quan-tri/pages/")) == {}


@pytest.mark.parametrize("path", ["/", "/co-quan/"])
def test_reading_a_page_leaves_no_cookie(client, home, path):
    response = client.get(path)
    assert response.status_code == 200
    assert not response.cookies


def test_a_page_that_names_no_reader_s_commune_varies_by_no_cookie(client, home):
    assert "Cookie" not in client.get("/co-quan/").headers.get("Vary", "")


@pytest.mark.parametrize("path", ["/khong-co/", "/khong-co"])
def test_a_missing_page_is_404(client, home, path):
    assert client.get(path, follow=True).status_code == 404
