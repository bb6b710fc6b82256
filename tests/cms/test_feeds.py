"""Every feed of the portal is one that readers of feeds can tell from the others, and whose entries they know again."""

from datetime import datetime
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from django.urls import URLPattern, get_resolver

from agencies.models import Agency
from pages.models import NewsPage, ShownChange
from pages.site.atom import PortalFeed
from procedures_catalog.models import ProcedureAgency, ProcedurePage
from tests.procedures_catalog.factories import bring, national_row, page_of, published

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [
    pattern
    for group in get_resolver().url_patterns
    for pattern in getattr(group, "url_patterns", [group])
    if isinstance(pattern, URLPattern) and isinstance(pattern.callback, PortalFeed)
]
CODE, CHANGE = "1.100001", {"Yêu cầu, điều kiện thực hiện": "Có dây."}


@pytest.fixture
def filled(demo) -> None:
    """A procedure that has just changed."""
    published(CODE)
    bring(national_row(CODE, **CHANGE))
    committee = Agency.objects.get_or_create(name="Phòng Diều", kind="department")[0]
    ProcedureAgency.objects.create(page=page_of(CODE), role="executing", registered=committee, name="")


def _address(pattern: URLPattern) -> str:
    page = ProcedurePage.objects.filter(code=CODE).first()
    slugs = {"sector": page.sector.slug, "agency": "phong-dieu", "procedure": page.slug} if page else {}
    return f"/{pattern.pattern}".replace("<slug:slug>", slugs.get(pattern.name.split("_")[0], ""))


def _read(client, pattern: URLPattern, host: str = "testserver") -> Element:
    response = client.get(_address(pattern), HTTP_HOST=host)
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def _links(element: Element) -> dict[str, str]:
    return {link.get("rel", "alternate"): link.get("href") for link in element.findall(f"{ATOM}link")}


def test_feeds_are_found():
    assert {pattern.name for pattern in FEEDS} >= {"news_feed", "documents_feed", "changes_feed", "sector_changes_feed"}


@pytest.mark.parametrize("pattern", FEEDS, ids=lambda pattern: pattern.name)
def test_a_feed_has_all_that_rfc_4287_asks_for(client, filled, pattern):
    root = _read(client, pattern)
    assert [root.findtext(ATOM + name) for name in ("id", "title")] > ["", ""]
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert _links(root)["self"].endswith(_address(pattern))
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for element in (root, *entries):
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo
        assert element.findtext(f"{ATOM}id").startswith("urn:uuid:")
        assert _links(element)["alternate"].startswith("http://testserver/")


def test_no_two_feeds_and_no_two_entries_share_an_id_or_an_alternate(client, filled):
    """The same change has the same id in each feed that tells of it."""
    roots = [_read(client, pattern) for pattern in FEEDS]
    entries = {each.findtext(f"{ATOM}id"): each for root in roots for each in root.findall(f"{ATOM}entry")}
    elements = [*roots, *entries.values()]
    assert len({element.findtext(f"{ATOM}id") for element in elements}) == len(elements)
    assert len({_links(each)["alternate"] for each in elements}) == len(elements)


@pytest.mark.parametrize("pattern", FEEDS, ids=lambda pattern: pattern.name)
def test_who_has_a_feed_as_it_stands_is_told_so_for_few_queries(client, filled, pattern, django_assert_max_num_queries):
    address = _address(pattern)
    first = client.get(address)
    with django_assert_max_num_queries(2):
        assert client.get(address, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
    ShownChange.note()
    assert client.get(address, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


@pytest.mark.parametrize("pattern", FEEDS, ids=lambda pattern: pattern.name)
def test_ids_live_through_another_domain_and_another_visit(client, filled, pattern, settings):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    one, other = (_read(client, pattern, host) for host in ("testserver", "other.example"))
    for path in (f"{ATOM}id", f"{ATOM}entry/{ATOM}id", f"{ATOM}updated"):
        assert [element.text for element in one.findall(path)] == [element.text for element in other.findall(path)]


def test_an_entrys_id_lives_through_another_slug(client, demo):
    (pattern,) = [pattern for pattern in FEEDS if pattern.name == "news_feed"]
    before = {entry.findtext(f"{ATOM}id") for entry in _read(client, pattern).findall(f"{ATOM}entry")}
    page = NewsPage.objects.live().first()
    page.slug = "dia-chi-moi"
    page.save_revision().publish()
    after = {entry.findtext(f"{ATOM}id") for entry in _read(client, pattern).findall(f"{ATOM}entry")}
    assert after == before


OF_ALL = [pattern for pattern in FEEDS if "<" not in str(pattern.pattern)]


@pytest.mark.parametrize("pattern", OF_ALL, ids=lambda pattern: pattern.name)
def test_an_empty_feed_is_not_new_at_every_visit(client, portal, pattern):
    one, other = (_read(client, pattern) for _ in range(2))
    assert one.findtext(f"{ATOM}updated") == other.findtext(f"{ATOM}updated") < "2001"
