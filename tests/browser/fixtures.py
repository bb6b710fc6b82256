"""One portal of the demonstration for all the journeys, and the screens that people sit at."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from cms.demo.editors import PASSWORD
from tests.parts import missing
from tests.portal_process import running_portal

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
PHONE = {"viewport": {"width": 360, "height": 640}, "is_mobile": True, "has_touch": True}
COMPUTER = {"viewport": {"width": 1280, "height": 800}}

Screens = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def address(tmp_path_factory) -> Iterator[str]:
    """The address of a running portal with the demonstration province in it, which it made itself of nothing, as
    a newcomer's does."""
    with running_portal(tmp_path_factory.mktemp("portal")) as address:
        yield address


@dataclass(frozen=True)
class RunningPortal:
    """Where a portal's data live, and where it answers."""

    folder: Path
    address: str


@pytest.fixture(scope="session")
def changing_portal(demo_portal, tmp_path_factory) -> Iterator[RunningPortal]:
    """A second portal of the demonstration, for journeys in which procedures change that others read."""
    yield from _portal(demo_portal, tmp_path_factory.mktemp("changing"))


@pytest.fixture
def own_portal(demo_portal, tmp_path) -> Iterator[RunningPortal]:
    """A portal of the demonstration for one journey, whose log holds what this journey did and nothing else."""
    yield from _portal(demo_portal, tmp_path / "own")


def _portal(demonstration: Path, to: Path) -> Iterator[RunningPortal]:
    folder = Path(shutil.copytree(demonstration, to, dirs_exist_ok=True))
    with running_portal(folder) as address:
        yield RunningPortal(folder, address)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. One a file, since Django refuses its database in a thread where Playwright runs."""
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("chromium (gói Debian: chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def screens(browser, address) -> Iterator[Screens]:
    """Opens screens of the portal, each with cookies of its own; takes what Playwright's `new_context` takes. Wherever
    a test goes, nothing may break the content security policy."""
    opened: list[BrowserContext] = []
    said: list[str] = []

    def screen(**more: Any) -> BrowserContext:
        opened.append(browser.new_context(**{"base_url": address, "locale": "vi-VN"} | more))
        opened[-1].on("console", lambda message: said.append(f"{message.page and message.page.url}: {message.text}"))
        return opened[-1]

    yield screen
    for context in opened:
        context.close()
    assert [line for line in said if "Content Security Policy" in line] == []


@pytest.fixture
def phone(screens) -> Page:
    """A small phone."""
    return screens(**PHONE).new_page()


@pytest.fixture
def old_phone(screens) -> Page:
    """A small phone that runs no script."""
    return screens(**PHONE, java_script_enabled=False).new_page()


@pytest.fixture
def computer(screens) -> Page:
    """A computer of an office or a home."""
    return screens(**COMPUTER).new_page()


@pytest.fixture
def desk(screens) -> Callable[[str], Page]:
    """Signs in at the desk with one of the demonstration's accounts."""

    def sign_in(username: str) -> Page:
        page = screens(**COMPUTER).new_page()
        page.goto("/quan-tri/")
        page.locator("[name=login]").fill(username)
        page.locator("[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
        page.wait_for_url("**/quan-tri/")
        return page

    return sign_in
