"""An editor who reads no English finds every button and heading of the daily screens in Vietnamese."""

import re

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.syllables import foreign_words

pytestmark = pytest.mark.browser

WORDS = (
    "button, a.button, h1, h2, h3, th, dt, label, legend, [role=tab], [role=menuitem], .w-dropdown__content a,"
    " .sidebar-menu-item, .w-status, .help, .w-field__help, .messages, .modal-content .link-types a, [role=option]"
)
#: Names of things, which stay as they are.
NAMES = {"Wagtail", "Draftail"}
#: The keys of a key-board, as they are printed on it.
KEYS = {"Ctrl", "Alt", "Shift", "Esc"}
EVERY_DAY = (
    "/quan-tri/",
    "/quan-tri/pages/",
    "/quan-tri/pages/search/?q=khai sinh",
    "/quan-tri/images/",
    "/quan-tri/images/add/",
    "/quan-tri/documents/",
    "/quan-tri/documents/multiple/add/",
    "/quan-tri/snippets/procedures_catalog/sector/",
    "/quan-tri/reports/locked/",
    "/quan-tri/reports/workflow/",
    "/quan-tri/reports/workflow_tasks/",
    "/quan-tri/bao-cao/luot-quet/",
    "/quan-tri/account/",
)
ADMINISTRATORS = (
    "/quan-tri/users/",
    "/quan-tri/groups/",
    "/quan-tri/collections/",
    "/quan-tri/workflows/list/",
    "/quan-tri/workflows/tasks/index/",
    "/quan-tri/redirects/",
    "/quan-tri/reports/site-history/",
    "/quan-tri/reports/aging-pages/",
)


def words_of(places: Locator) -> set[str]:
    """The visible words of these places."""
    texts = places.evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.innerText)")
    return {re.sub(r"\s+", " ", text).strip() for text in texts} - {""}


def foreign(page: Page | Locator, words: str = WORDS) -> set[str]:
    """The texts of the screen's own furniture, or of those words, that hold a word of another language."""
    found = words_of(page.locator(words))
    assert found, "nothing to read"
    return {text for text in found if set(foreign_words(text)) - NAMES - KEYS}


def foreign_at(page: Page, path: str) -> set[str]:
    """The same of the screen at that address, where the answer must be that screen."""
    answer = page.goto(path)
    assert answer is not None
    assert answer.ok, path
    return foreign(page)


def open_procedure(page: Page, title: str) -> None:
    """Goes to the form of a procedure by the desk's search."""
    page.goto(f"/quan-tri/pages/search/?q={title}")
    page.get_by_role("link", name=title, exact=True).click()
    page.wait_for_url("**/edit/")


def open_news(page: Page) -> None:
    """Goes to the form of some piece of news."""
    page.goto("/quan-tri/pages/usage/pages/newspage/")
    page.locator("main a[href$='/edit/']").first.click()
    page.wait_for_url("**/edit/")


def test_the_door_of_the_desk(computer):
    computer.goto("/quan-tri/")
    assert foreign(computer) == set()


def test_a_wrong_password(computer):
    computer.goto("/quan-tri/")
    computer.get_by_label("Tên đăng nhập").fill("khongco")
    computer.get_by_label("Mật khẩu").fill("khongdung")
    computer.get_by_role("button", name="Đăng nhập", exact=True).click()
    computer.get_by_role("alert").wait_for()
    assert foreign(computer) == set()


def test_the_screens_of_every_day(desk):
    page = desk("bientap")
    assert {path: found for path in EVERY_DAY if (found := foreign_at(page, path))} == {}


def test_the_screens_of_an_administrator(desk):
    page = desk("quantri")
    assert {path: found for path in ADMINISTRATORS if (found := foreign_at(page, path))} == {}


def test_the_form_of_a_procedure_and_its_menu(desk):
    page = desk("duyet")
    open_procedure(page, "Thông báo lưu trú")
    page.locator("footer .w-dropdown__toggle").click()
    assert foreign(page) == set()


@pytest.mark.parametrize("panel", ["status", "comments", "checks"])
def test_a_panel_beside_the_form(desk, panel):
    page = desk("duyet")
    open_procedure(page, "Thông báo lưu trú")
    page.locator(f"[data-side-panel-toggle={panel}]").click()
    assert foreign(page, f"[data-side-panel={panel}]") == set()


def test_a_comment_and_its_menu(desk):
    page = desk("duyet")
    open_news(page)
    page.locator("[data-side-panel-toggle=comments]").click()
    summary = page.locator("[data-contentpath=summary]")
    summary.hover()
    summary.locator("[data-component=add-comment-button]").click()
    page.locator(".comment textarea").fill("Xin xem lại câu này")
    page.locator(".comment__button--primary").click()
    page.locator(".comment summary").click()
    assert foreign(page, ".comment button, .comment a, .comment summary") == set()


def test_the_history_of_a_page_and_its_filters(desk):
    page = desk("duyet")
    open_news(page)
    page.goto(page.url.replace("/edit/", "/history/"))
    page.get_by_role("button", name="Mở phần lọc").click()
    page.locator(".w-drilldown__toggle").first.wait_for()
    assert foreign(page, f"{WORDS}, .w-drilldown__toggle, td") == set()


def test_the_keys_that_can_be_pressed(desk):
    page = desk("duyet")
    page.keyboard.press("?")
    keys = page.locator("#keyboard-shortcuts-dialog")
    keys.get_by_role("heading", name="Phím tắt").wait_for()
    assert foreign(keys, "h2, th, td, caption") == set()


def test_choosing_a_picture(desk):
    page = desk("duyet")
    open_news(page)
    page.get_by_role("button", name="Chọn ảnh").click()
    window = page.locator(".modal-content")
    window.get_by_role("tab", name="Tải lên").click()
    assert foreign(window) == set()


def test_making_a_link(desk):
    page = desk("duyet")
    open_news(page)
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.press("Control+k")
    window = page.locator(".modal-content")
    for kind in (
        "Liên kết ngoài cổng",
        "Liên kết thư điện tử",
        "Liên kết số điện thoại",
        "Liên kết tới chỗ trong trang",
    ):
        window.get_by_role("link", name=kind).click()
        window.get_by_role("heading", name=kind.removeprefix("Liên kết ")).wait_for()
        assert foreign(window) == set()
