"""The home page's own lists."""

from datetime import date

from django.test import RequestFactory

from pages.load import set_popular
from pages.models import HomePage
from tests.pages.factories import make_content, make_news


def context(home: HomePage) -> dict:
    """What the template gets."""
    return HomePage.objects.get(pk=home.pk).get_context(RequestFactory().get("/"))


def test_an_empty_home_page_has_empty_lists(client, home):
    assert context(home)["popular"] == []
    assert context(home)["news"] == []
    assert client.get("/").status_code == 200


def test_popular_pages_in_the_chosen_order_without_those_taken_down(home):
    pages = [make_content(home, title) for title in ("Một", "Hai", "Ba")]
    set_popular(home, reversed(pages))
    pages[1].unpublish()
    assert context(home)["popular"] == [{"title": "Ba", "url": "/ba/"}, {"title": "Một", "url": "/mot/"}]


def test_the_latest_four_news(home, news_index):
    for day in range(1, 7):
        make_news(news_index, f"Tin {day}", date=date(2026, 10, day))
    news = context(home)["news"]
    assert [item["title"] for item in news] == ["Tin 6", "Tin 5", "Tin 4", "Tin 3"]
    assert news[0].keys() == {"title", "url", "date", "summary"}


def test_queries_do_not_grow_with_the_lists(home, news_index, django_assert_max_num_queries):
    set_popular(home, [make_content(home, f"Trang {number}") for number in range(6)])
    for day in range(1, 7):
        make_news(news_index, f"Tin {day}", date=date(2026, 10, day))
    with django_assert_max_num_queries(10):
        context(home)
