"""A citizen scans the code on a board in the commune: while it is right, after an update, and after it was replaced."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walls import addresses_in, pdf_after, print_board, rename, sign_in_for

pytestmark = pytest.mark.browser

COMMUNE = "Xã Bản Mây"
COUNTER = "Trung tâm Phục vụ hành chính công xã Bản Mây"
OLD = "Chứng thực di chúc"
NEW = "Chứng thực di chúc theo mẫu mới"
UNCHANGED = "Chứng thực văn bản từ chối nhận di sản"


@pytest.fixture(scope="module")
def address(changing_portal) -> str:
    """The portal that this journey may change."""
    return changing_portal.address


@pytest.fixture
def officer(computer) -> Page:
    """Somebody who works for the commune."""
    return sign_in_for(computer, COMMUNE)


def scanned(phone: Page, pdf: bytes) -> dict[str, str]:
    """The name of the procedure to which each code of a paper leads → the address in the code."""
    found = {}
    for address in addresses_in(pdf):
        phone.goto(address)
        found[phone.get_by_role("heading", level=1).inner_text()] = address
    return found


def test_the_old_paper_opens_the_present_text_and_says_what_changed(officer, old_phone, changing_portal):
    codes = scanned(old_phone, print_board(officer, ["2.001019", "2.001016"], "nhà văn hóa thôn 3"))
    assert set(codes) == {OLD, UNCHANGED}

    old_phone.goto(codes[OLD])
    expect(old_phone.get_by_text("vẫn đúng")).to_be_visible()
    expect(old_phone.get_by_role("main")).to_contain_text(COUNTER)

    rename(changing_portal.folder, {"2.001019": NEW})

    old_phone.goto(codes[OLD])
    expect(old_phone.get_by_role("heading", level=1)).to_have_text(NEW)
    notice = old_phone.locator(".scanned")
    expect(notice).to_contain_text("Tờ niêm yết này in ngày")
    expect(notice).to_contain_text("từ đó đã thay đổi: tên thủ tục")
    notice.locator("summary").click()
    expect(notice.locator("del")).to_have_text(OLD)
    expect(notice.locator("ins")).to_have_text(NEW)
    expect(old_phone.get_by_role("main")).to_contain_text(COUNTER)
    old_phone.goto(codes[UNCHANGED])
    expect(old_phone.get_by_text("vẫn đúng")).to_be_visible()

    officer.goto("/ban/so/")
    officer.get_by_role("button", name="In tờ thay thế").click()
    new_pdf = pdf_after(officer, officer.get_by_role("link", name="Mở tệp để in").click)
    officer.goto("/ban/so/")
    officer.get_by_role("button", name="Đã thay").click()

    new_codes = scanned(old_phone, new_pdf)
    assert set(new_codes) == {NEW, UNCHANGED}
    old_phone.goto(new_codes[NEW])
    expect(old_phone.get_by_text("vẫn đúng")).to_be_visible()
    old_phone.goto(codes[OLD])
    expect(old_phone.locator(".scanned")).to_contain_text("từ đó đã thay đổi")
