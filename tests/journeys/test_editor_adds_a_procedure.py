"""An editor adds a procedure of which only the name and the code are known yet."""

import re

import pytest
from playwright.sync_api import Page, expect

from procedures_catalog.facts.short_code import is_well_formed

pytestmark = pytest.mark.browser

NAME = "Cấp đổi thẻ đi lại đặc biệt"
CODE = "9.123456"
SHELF = ".catalogue-shelves a"


def open_empty_form(page: Page) -> None:
    """From the desk's front page through the catalogue and one of its shelves to the form of a new procedure."""
    page.goto("/quan-tri/pages/search/?q=Danh mục thủ tục")
    row = page.locator("main tr").filter(has=page.get_by_role("link", name="Danh mục thủ tục", exact=True)).first
    number = re.search(r"/pages/(\d+)/edit/", row.locator("a[href*='/edit/']").first.get_attribute("href"))[1]
    page.goto(f"/quan-tri/pages/{number}/")
    page.locator(SHELF).first.click()
    page.wait_for_url(lambda address: not address.endswith(f"/pages/{number}/"))
    number = re.search(r"/pages/(\d+)/", page.url)[1]
    page.locator(f"a[href*='/pages/{number}/add_subpage/'], a[href*='/procedurepage/{number}/']").first.click()
    page.wait_for_url("**/pages/add/procedures_catalog/procedurepage/**")


def test_a_name_and_a_code_are_enough(desk, old_phone):
    page = desk("bientap")
    open_empty_form(page)
    page.get_by_label("Tên ngắn trên trang").fill(NAME)
    page.get_by_label("Mã thủ tục", exact=False).first.fill(CODE)
    with page.expect_navigation():
        page.locator("footer button.action-save").click()
    page.close()
    page = desk("duyet")
    page.goto(f"/quan-tri/pages/search/?q={CODE}")
    page.get_by_role("link", name=NAME, exact=True).first.click()
    page.locator("footer .w-dropdown__toggle").click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()

    old_phone.goto(f"/tim-kiem/?q={CODE}")
    old_phone.get_by_role("link", name=NAME, exact=True).click()
    expect(old_phone.get_by_role("heading", level=1)).to_have_text(NAME)
    assert old_phone.url.endswith("/thu-tuc/9-123456-cap-doi-the-di-lai-dac-biet/")

    old_phone.get_by_text("Mã QR của trang này").click()
    short = old_phone.locator("figcaption a").inner_text()
    assert is_well_formed(short.rsplit("/", 1)[1])
    old_phone.goto(short)
    expect(old_phone.get_by_role("heading", level=1)).to_have_text(NAME)

    expect(old_phone.get_by_role("main")).to_contain_text("mới được công bố ở mức danh mục")
    expect(old_phone.locator(".answers dd")).to_have_count(0)
    assert not re.search("miễn|không thu", old_phone.get_by_role("main").inner_text(), re.IGNORECASE)


def test_a_code_that_another_procedure_has_is_refused_in_words(desk):
    page = desk("duyet")
    open_empty_form(page)
    page.get_by_label("Tên ngắn trên trang").fill("Thủ tục trùng mã")
    page.get_by_label("Mã thủ tục", exact=False).first.fill("1.001193")
    with page.expect_navigation():
        page.locator("footer button.action-save").click()
    expect(page.get_by_text("Mã 1.001193 đang thuộc một thủ tục khác.").first).to_be_visible()


def test_a_form_without_a_name_is_refused_in_vietnamese(desk):
    page = desk("duyet")
    open_empty_form(page)
    page.get_by_label("Mã thủ tục", exact=False).first.fill("9.123457")
    page.locator("footer .w-dropdown__toggle").click()
    with page.expect_navigation():
        page.locator("button[name=action-submit]").click()
    message = page.locator(".error-message:visible").first
    expect(message).to_contain_text("Ô này bắt buộc")
