"""What is closed leaves no trace: every public address is asked, in every way in which a page can be closed."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Page

from agencies.models import Agency
from tests.cms.closed_pages import MARK, OPEN, WAYS, closed_pages, furnish
from tests.procedures_catalog.factories import page_of

pytestmark = pytest.mark.django_db

#: Addresses for people who have signed in; other tests ask them.
FOR_STAFF = ("quan-tri/", "ban/")
#: What a reader may add to a list's address, so that all that is listed comes to be shown.
QUESTIONS = ("", f"?q={MARK[:-1]}", f"?q={quote('thả diều')}", "?code=1.900001")
#: Addresses that name one thing: what to ask for in place of their parameters. A new one has to be added here.
NAMED = {
    "api/v1/procedures/<code>": ("1.100001", "1.900001"),
    "co-quan/<slug:slug>/": ("{agency}",),
    "co-quan/<slug:slug>/thu-tuc/": ("{agency}",),
    "thu-tuc/<slug:slug>/": ("{slug}",),
    "thu-tuc/<slug:slug>/phieu.pdf": ("{slug}",),
    "thu-tuc/<slug:slug>/the.png": ("{slug}",),
    "bieu-mau/<slug:key>/": ("ct01",),
    "sitemap-<slug:section>.xml": ("thu-tuc", "van-ban", "trang", "co-quan"),
    "q/<str:code>": ("{short}", "2222222"),
    "q/<str:code>/": ("{short}",),
    "q/<str:code>/<str:tag>": ("{short}/2222222",),
    "q/<str:code>/<str:tag>/": ("{short}/2222222",),
}
#: Files are asked for by name in tests/pages/files/test_access.py; forms that ask for a password name nothing.
ELSEWHERE = ("tai-lieu/", "_util/", "media/", "^((?:")


def _patterns(patterns: list, before: str = "") -> Iterator[str]:
    for each in patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _patterns(each.url_patterns, address)
        elif isinstance(each, URLPattern) and not address.startswith(FOR_STAFF + ELSEWHERE):
            yield address


def _asked() -> Iterator[str]:
    """The addresses with the questions; what names one thing is asked once."""
    one = re.compile(r"/(q|co-quan|thu-tuc|procedures)/.")
    for address in _addresses():
        yield from [address] if one.search(address) else [address + question for question in QUESTIONS]


def _addresses() -> list[str]:
    """Every registered public address, with its parameters filled in, and every page that stands in the tree."""
    page = page_of(OPEN)
    agency = Agency.objects.get_or_create(name="Phòng Diều", kind="department")[0]
    filled = {"slug": page.slug, "short": page.identity.short_code, "agency": agency.slug}
    found = []
    for pattern in _patterns(get_resolver().url_patterns):
        if "<" not in pattern:
            found.append(f"/{pattern}")
        else:
            values = [value.format(**filled) for value in NAMED[pattern.replace("Q/", "q/")]]
            found += [f"/{re.sub('<.*>', value, pattern)}" for value in values]
    own = {page.get_url() for page in closed_pages()}
    return found + [url for page in Page.objects.filter(depth__gt=1) if (url := page.get_url()) and url not in own]


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_what_is_closed_is_named_at_no_public_address(way, portal):
    furnish(portal)
    WAYS[way]()
    call_command("rebuild_index", verbosity=0)
    shown = {}
    for address in _asked():
        text = _text(Client().get(address)).casefold()
        if MARK in text:
            shown[address] = text[max(0, text.index(MARK) - 80) : text.index(MARK) + 40]
    assert shown == {}


def test_what_is_open_is_found_by_the_same_questions(portal):
    """The test above would pass on a portal that shows nothing at all."""
    furnish(portal)
    call_command("rebuild_index", verbosity=0)
    open_at = [each for each in _addresses() if MARK in _text(Client().get(f"{each}?q={quote('thả diều')}")).casefold()]
    expected = {"/", "/thu-tuc/", "/tin-tuc/", "/van-ban/", "/tim-kiem/", "/api/v1/procedures", "/api/v1/search"}
    feeds = {"/van-ban.atom", "/tin-tuc.atom", "/thong-ke-quet/", page_of(OPEN).get_url()}
    assert expected | feeds <= set(open_at)


def _text(response) -> str:
    """The page, and where it leads."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "replace") + response.get("Location", "")
