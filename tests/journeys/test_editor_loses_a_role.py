"""A role is taken away while its owner types: the saving by itself says so, the button sends nothing, words stay."""

import pytest
from playwright.sync_api import Page, expect

from cms.demo.editors import PASSWORD
from tests.browser.fixtures import COMPUTER
from tests.journeys.test_editor_reads_vietnamese import open_procedure
from tests.portal_process import manage

pytestmark = pytest.mark.browser
TAKEN = "đã được thu lại"


@pytest.fixture
def writer(own_portal, browser) -> Page:
    """Has a procedure open."""
    page = browser.new_context(base_url=own_portal.address, locale="vi-VN", **COMPUTER).new_page()
    page.goto("/quan-tri/")
    page.locator("[name=login]").fill("bientap")
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url("**/quan-tri/")
    open_procedure(page, "Tách hộ")
    return page


def test_nothing_that_was_typed_is_lost(own_portal, writer):
    page = writer
    page.get_by_role("tab", name="Riêng của tỉnh").click()
    names = page.locator("[name=everyday_names]")
    page.wait_for_timeout(3_000)  # until Wagtail has its first picture of the form
    manage(own_portal.folder, "give_role", "bientap", "--take")
    names.fill("ra ở riêng")
    expect(page.locator("footer")).to_contain_text(TAKEN)
    expect(page.get_by_text("Máy chủ gặp lỗi")).to_have_count(0)
    page.locator("footer button.action-save").click()
    told = page.get_by_role("alert").filter(has_text=TAKEN)
    go_on = page.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]")
    told.or_(go_on).first.wait_for()
    if go_on.is_visible():
        go_on.click()
    expect(told).to_be_visible()
    expect(names).to_have_value("ra ở riêng")
    manage(own_portal.folder, "give_role", "bientap", "writer")
    page.locator("footer button.action-save").click()
    expect(page.locator(".messages")).to_contain_text("Đã cập nhật trang")
    expect(names).to_have_value("ra ở riêng")
