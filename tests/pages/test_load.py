"""Writing pages from plain data, once and again."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from wagtail.models import Page, Site

from pages.load import ensure_home, ensure_news_index, ensure_site_address, load_news, load_pages, load_settings
from pages.models import ContentPage, HomePage, NewsPage, PortalSettings

DEMO = Path(settings.PROJECT_DIR) / "cms" / "demo"


def demo(name: str):
    """The demonstration's own data."""
    return json.loads((DEMO / name).read_text(encoding="utf-8"))


def test_home_is_made_once_and_is_the_sites_root(home):
    assert ensure_home("Tên khác") == home
    assert Site.objects.get(is_default_site=True).root_page_id == home.pk
    assert not Page.objects.exact_type(Page).filter(depth=2).exists()
    assert HomePage.objects.count() == 1


def test_the_list_of_news_is_made_once(home):
    assert ensure_news_index(home) == ensure_news_index(home)


def test_the_demonstrations_pages(home):
    data = demo("pages.json")
    assert load_settings(data["settings"]) == 1
    assert load_pages(home, data) == 1 + len(data["pages"])
    assert (load_settings(data["settings"]), load_pages(home, data)) == (0, 0)
    assert PortalSettings.objects.get().is_demo
    assert ContentPage.objects.live().count() == len(data["pages"])


def test_the_demonstrations_news(client, home):
    rows, index = demo("news.json"), ensure_news_index(home)
    assert (load_news(index, rows), load_news(index, rows)) == (len(rows), 0)
    for news in NewsPage.objects.all():
        assert client.get(news.url).status_code == 200


def test_what_changed_is_written_again(home):
    index, row = ensure_news_index(home), {**demo("news.json")[0]}
    load_news(index, [row])
    row["paragraphs"] = ["Một đoạn <mới> & khác"]
    assert load_news(index, [row]) == 1
    assert "&lt;mới&gt;" in str(NewsPage.objects.get().body)


def test_every_demonstrations_page_opens(client, home):
    load_pages(home, demo("pages.json"))
    for page in ContentPage.objects.all():
        assert client.get(page.url).status_code == 200


@pytest.mark.parametrize("name", ["pages.json", "news.json", "documents.json"])
def test_the_demonstrations_texts_are_clean(name):
    text = (DEMO / name).read_text(encoding="utf-8")
    assert "lorem" not in text.lower()
    assert not text.startswith("\ufeff")


def test_the_site_has_the_address_that_the_settings_say(home, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://tthc.example.vn"
    ensure_site_address()
    assert home.full_url == "https://tthc.example.vn/"


def test_a_site_that_has_its_address_is_not_written_again(home, settings, django_assert_num_queries):
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8765"
    ensure_site_address()
    with django_assert_num_queries(1):
        ensure_site_address()
