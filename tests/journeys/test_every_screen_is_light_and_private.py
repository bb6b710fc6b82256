"""Every public screen is light enough for a weak network, and tells nobody else who reads it."""

import re
import urllib.request
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Response

from tests.browser.screens import LONGEST_PROCEDURE, SCREENS

pytestmark = pytest.mark.browser

LIGHT = 60 * 1024
EVERY_SCREEN = pytest.mark.parametrize("path", SCREENS.values(), ids=SCREENS.keys())
OWN_ADDRESS = re.compile(r'<link rel="canonical" href="([^"]*)"|<meta property="og:url" content="([^"]*)"')


class Seen:
    """What a screen asked for and what it complained about while it opened."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[Request] = []
        self.complaints: list[str] = []
        page.on("requestfinished", lambda request: self.requests.append(request))
        page.on("requestfailed", lambda request: self.complaints.append(f"{request.url}: {request.failure}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._note)

    def _note(self, message) -> None:
        """A missing page is itself no fault of the page that says so."""
        if message.type in ("error", "warning") and message.location["url"] != self.page.url:
            self.complaints.append(message.text)

    def open(self, path: str) -> Response:
        """Opens a screen and waits until nothing more is asked for."""
        return self.page.goto(path, wait_until="networkidle")

    def hosts(self) -> set[str]:
        """Everybody who was asked for something."""
        return {urlsplit(request.url).netloc for request in self.requests}

    def bytes(self) -> int:
        """Everything that came over the wire, headings included."""
        sizes = [request.sizes() for request in self.requests]
        return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)


@pytest.fixture
def seen(phone) -> Seen:
    """A phone with all that it asks for and complains about."""
    return Seen(phone)


def fetched(address: str) -> tuple[dict[str, str], str]:
    """The headings and the text at an address, found or not."""
    try:
        answer = urllib.request.urlopen(address)
    except HTTPError as not_found:
        answer = not_found
    with answer:
        return dict(answer.headers), answer.read().decode()


@pytest.mark.parametrize("path", ["/", LONGEST_PROCEDURE], ids=["home", "longest procedure"])
def test_the_first_view_is_light(seen, path):
    seen.open(path)
    assert seen.bytes() <= LIGHT, {request.url: request.sizes()["responseBodySize"] for request in seen.requests}


def test_text_comes_compressed(seen):
    assert seen.open("/huong-dan-tra-cuu/").headers["content-encoding"] == "gzip"


@EVERY_SCREEN
def test_a_screen_asks_nobody_else_and_leaves_and_complains_of_nothing(seen, address, path):
    seen.open(path)
    assert seen.hosts() == {urlsplit(address).netloc}
    assert seen.page.context.cookies() == []
    assert seen.complaints == []


@EVERY_SCREEN
def test_the_browser_is_told_to_run_nothing_foreign(address, path):
    policy = fetched(address + path)[0]["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_address_a_page_gives_for_itself_is_on_this_portal(address):
    texts = [fetched(address + path)[1] for path in SCREENS.values()]
    given = ["".join(found) for text in texts for found in OWN_ADDRESS.findall(text)]
    assert [each for each in given if not each.startswith(f"{address}/")] == []
