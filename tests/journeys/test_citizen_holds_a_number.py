"""A citizen has a code that a messenger decorated, an address of an old paper, or the number of a dossier."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

NAME = "Đăng ký khai sinh"
CODE = "1.001193"


@pytest.fixture
def printed(phone) -> str:
    """The address under the picture of the code."""
    phone.goto("/tim-kiem/?q=giay+khai+sinh")
    phone.get_by_role("link", name=NAME, exact=True).click()
    phone.get_by_text("Mã QR của trang này").click()
    return phone.locator("figcaption a").inner_text()


def opened(page: Page, typed: str) -> None:
    """Types something into the form for codes."""
    page.goto("/q/")
    page.get_by_label("Mã trên tờ niêm yết").fill(typed)
    page.get_by_role("button", name="Mở").click()


def test_an_address_that_a_messenger_decorated_is_pasted_whole(printed, old_phone):
    opened(old_phone, f"Khai sinh: ({printed}?zarsrc=30&utm_source=zalo), xem nhé")
    expect(old_phone.get_by_role("heading", level=1)).to_have_text(NAME)


def test_an_address_of_an_old_paper_is_pasted(phone):
    opened(phone, f"https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc={CODE}")
    expect(phone.get_by_role("heading", level=1)).to_have_text(NAME)


def test_a_scanned_page_that_stands_behind_a_mark_opens_too(phone):
    phone.goto(f"/#/chi-tiet?ma={CODE}")
    expect(phone.get_by_role("heading", level=1)).to_have_text(NAME)


def test_the_number_of_a_dossier_is_told_and_not_shown_again(old_phone):
    opened(old_phone, "H29.12-250701-0001")
    expect(old_phone.get_by_text("Đây giống số của một hồ sơ đã nộp")).to_be_visible()
    expect(old_phone.get_by_label("Mã trên tờ niêm yết")).to_have_value("")
