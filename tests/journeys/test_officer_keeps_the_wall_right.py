"""An officer prints the commune's board and hangs it; an update changes three procedures; the board is listed as wrong,
printed anew, replaced, and right again."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walls import pdf_after, print_board, rename, sign_in, sign_in_for

pytestmark = pytest.mark.browser

ON_THE_BOARD = ["1.001193", "1.000894", "1.000656", "1.004884", "1.001022"]
SPOT = "bảng ở cửa vào"
CHANGED = {
    "1.001193": "Đăng ký khai sinh theo mẫu mới",
    "1.000894": "Đăng ký kết hôn theo mẫu mới",
    "1.000656": "Đăng ký khai tử theo mẫu mới",
}


@pytest.fixture(scope="module")
def address(changing_portal) -> str:
    """The portal that this journey may change."""
    return changing_portal.address


@pytest.fixture
def officer(computer) -> Page:
    """The officer's desk."""
    return sign_in(computer)


def wall(page: Page, heading: str):
    """A part of the ledger: the papers below a heading."""
    page.goto("/ban/so/")
    return page.get_by_role("heading", level=2, name=heading).locator("xpath=following-sibling::ul[1]")


def test_from_the_printed_board_to_its_replacement(officer, changing_portal):
    page = officer
    print_board(page, ON_THE_BOARD, SPOT)
    expect(page.get_by_text("Không có tờ nào phải thay.")).to_be_visible()
    expect(wall(page, "Đang treo, còn đúng: 1 tờ")).to_contain_text(SPOT)

    rename(changing_portal.folder, CHANGED)

    page.goto("/ban/")
    expect(page.get_by_role("link", name="1 tờ đang treo phải thay")).to_be_visible()
    for name in CHANGED.values():
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    page.get_by_role("link", name="1 tờ đang treo phải thay").click()
    wrong = wall(page, "Phải thay: 1 tờ")
    expect(wrong.get_by_role("heading", name="Bảng ở cửa vào")).to_be_visible()
    expect(wrong).to_contain_text("3 thủ tục không còn đúng")
    for name in CHANGED.values():
        expect(wrong).to_contain_text(name)
    expect(wrong).not_to_contain_text("đăng ký lại khai sinh")
    expect(page.get_by_role("button", name="Đã thay", exact=False)).to_have_count(0)

    page.get_by_role("button", name="In tờ thay thế").click()
    pdf = pdf_after(page, page.get_by_role("link", name="Mở tệp để in").click)
    assert pdf.startswith(b"%PDF")

    page.goto("/ban/so/")
    page.get_by_role("button", name="Đã thay").click()
    expect(page.get_by_text("Không có tờ nào phải thay.")).to_be_visible()
    expect(wall(page, "Đang treo, còn đúng: 1 tờ")).to_contain_text(SPOT)


def test_what_changed_is_ticked_once_for_all(officer, changing_portal):
    name = "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh theo mẫu mới"
    rename(changing_portal.folder, {"2.000635": name})
    officer.goto("/ban/thay-doi/")
    expect(officer.get_by_role("link", name=name)).to_be_visible()
    officer.get_by_role("button", name="Đã xem cả").click()
    expect(officer.get_by_text("Không có gì mới")).to_be_visible()


def test_at_the_desk_of_another_commune_none_of_it_is_seen(officer):
    print_board(officer, ["2.001035"], "hành lang")
    expect(wall(officer, "Đang treo, còn đúng")).to_contain_text("hành lang")
    officer.context.clear_cookies()
    sign_in_for(officer, "Xã Phong Hải").goto("/ban/so/")
    expect(officer.get_by_text("Chưa có tờ nào.")).to_be_visible()
    expect(officer.get_by_text("hành lang")).to_have_count(0)
