"""The feed of news, and what robots are told."""

from datetime import date
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from tests.pages.factories import make_news

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client) -> Element:
    """The feed's root element."""
    response = client.get("/tin-tuc.atom")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def test_an_empty_feed_is_valid_too(client, home):
    root = feed(client)
    assert root.tag == f"{ATOM}feed"
    assert all(root.find(ATOM + name) is not None for name in ("id", "title", "updated"))


def test_every_entry_has_what_atom_asks_for_newest_first(client, news_index):
    make_news(news_index, "Tin cũ", date=date(2026, 10, 1))
    make_news(news_index, "Tin mới", date=date(2026, 11, 1), summary="Tóm tắt & chi tiết")
    entries = feed(client).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Tin mới", "Tin cũ"]
    for entry in entries:
        assert entry.findtext(f"{ATOM}id")
        assert entry.findtext(f"{ATOM}updated")
        assert entry.find(f"{ATOM}link").get("href").startswith("http://testserver/tin-tuc/")


def test_characters_that_xml_forbids_do_no_harm(client, news_index):
    make_news(news_index, "Tin\x0b có ký tự lạ", summary="dán từ\x02 nơi khác")
    assert feed(client).find(f"{ATOM}entry") is not None


def test_a_summary_is_read_sign_by_sign_and_is_no_markup(client, news_index):
    make_news(news_index, "Tin", summary="Dưới < 5 triệu <img src=x>")
    assert feed(client).find(f"{ATOM}entry").findtext(f"{ATOM}summary") == "Dưới &lt; 5 triệu &lt;img src=x&gt;"


def test_drafts_stay_out(client, news_index):
    make_news(news_index, "Chưa đăng").unpublish()
    assert feed(client).find(f"{ATOM}entry") is None


def test_robots_may_read_all_but_the_desk(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    said = ["User-agent: *", "Disallow: /quan-tri/", "", "Sitemap: http://testserver/sitemap.xml"]
    assert response.content.decode().splitlines() == said
