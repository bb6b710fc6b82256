"""Every screen of the officer's desk can be read and used by everybody, on a phone as on a computer."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.fixtures import COMPUTER, PHONE
from tests.browser.judging import grave_violations, overhang, small_targets, unfold
from tests.browser.screens import OFFICERS_SCREENS
from tests.browser.walls import print_board, rename, sign_in_for

pytestmark = pytest.mark.browser

LAST_PRINTING = "the last printing"
PATHS = [*OFFICERS_SCREENS.values(), LAST_PRINTING]
EVERY_SCREEN = pytest.mark.parametrize("path", PATHS, ids=[*OFFICERS_SCREENS.keys(), LAST_PRINTING])


@pytest.fixture(scope="module")
def address(changing_portal) -> str:
    """A portal in which procedures may change."""
    return changing_portal.address


@pytest.fixture(scope="module")
def signed_in(browser, changing_portal) -> dict:
    """The cookies of somebody at a desk where there is something of everything: a wrong paper, one to hang, a queue."""
    page = browser.new_context(base_url=changing_portal.address, **COMPUTER).new_page()
    sign_in_for(page, "Xã Suối Bạc")
    print_board(page, ["1.004873", "1.004837"], "bảng ở cửa vào")
    rename(changing_portal.folder, {"1.004873": "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân theo mẫu mới"})
    page.goto("/ban/in/labels/")
    page.get_by_role("button", name="In", exact=True).click()
    page.goto("/ban/?q=khai+sinh")
    page.get_by_role("button", name="Thêm vào hàng chờ").first.click()
    return page.context.storage_state()


@pytest.fixture
def opened(screens, signed_in):
    """Opens a screen of the desk on some device."""

    def open_screen(path: str, **device) -> Page:
        page = screens(**device, storage_state=signed_in).new_page()
        path = _last_printing(page) if path == LAST_PRINTING else path
        assert page.goto(path).status == 200
        return page

    return open_screen


def _last_printing(page: Page) -> str:
    page.goto(OFFICERS_SCREENS["printed lately"])
    return urlsplit(page.locator("main .item-list a").first.get_attribute("href")).path


@EVERY_SCREEN
def test_axe_finds_nothing_grave_and_a_thumb_hits_everything_on_a_phone(opened, path):
    page = opened(path, **PHONE)
    assert grave_violations(page) == []
    assert small_targets(page) == []
    assert overhang(page) == 0


@EVERY_SCREEN
def test_axe_finds_nothing_grave_on_a_computer_and_the_browser_has_nothing_to_complain_of(opened, path):
    page = opened(path, **COMPUTER)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.reload(wait_until="networkidle")
    unfold(page)
    assert grave_violations(page) == []
    assert complaints == []


@EVERY_SCREEN
def test_large_letters_need_no_sideways_scrolling(opened, path):
    page = opened(path, viewport={"width": 360, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overhang(page) == 0


@pytest.mark.parametrize("device", [PHONE, COMPUTER], ids=["phone", "computer"])
def test_so_can_be_the_screen_to_sign_in(screens, device):
    page = screens(**device).new_page()
    page.goto("/ban/")
    assert grave_violations(page) == []
    assert small_targets(page) == []
