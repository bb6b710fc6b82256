"""An editor sends a draft to an expert, who reads it on a phone without an account and remarks; the editor answers."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.judging import grave_violations, overhang, small_targets, unfold
from tests.journeys.test_editor_changes_a_fee import open_form, save_draft

pytestmark = pytest.mark.browser
FEE, SHOWN = "98700", re.compile(r"98\.?700")
#: Each test changes another procedure.
CHECKED, SEEN, LEFT = "Đăng ký nhận cha, mẹ, con", "Đăng ký giám hộ", "Đăng ký khai tử"


@pytest.fixture
def link(desk) -> Callable[..., tuple[Page, str]]:
    """The editor at the screen of links, and the address of one that was made just now."""

    def made(name: str, kind: str, times: str) -> tuple[Page, str]:
        page = desk("bientap")
        open_form(page, name)
        page.get_by_role("tab", name="Riêng của tỉnh").click()
        page.locator("#overlay-root").get_by_label("Số tiền (đồng)").first.fill(FEE)
        page.locator("#overlay-root").get_by_label("Ghi chú, căn cứ").first.fill("mỗi lần")
        save_draft(page)
        page.locator("footer .w-dropdown__toggle").click()
        page.get_by_role("link", name="Gửi xem trước, xin ý kiến").click()
        page.get_by_label("Để làm gì").select_option(kind)
        page.get_by_label("Gửi cho").fill("Phòng Hộ tịch")
        page.get_by_label("Mở được").select_option(times)
        page.get_by_role("button", name="Tạo liên kết").click()
        return page, page.get_by_label("Chép ngay, địa chỉ này chỉ hiện một lần").input_value()

    return made


def opened(phone: Page, address: str, name: str) -> Page:
    phone.goto(address)
    expect(phone.get_by_text(name)).to_have_count(0)
    phone.get_by_role("button", name="Mở bản xem trước").click()
    expect(phone.get_by_role("complementary", name="Bản chưa công bố")).to_contain_text("Phòng Hộ tịch")
    return phone


def copied(editor: Page) -> str:
    """What the button beside the address has put where one pastes from."""
    editor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor.get_by_role("button", name="Chép địa chỉ").click()
    expect(editor.get_by_role("status").filter(has_text="Đã chép")).to_be_visible()
    return str(editor.evaluate("navigator.clipboard.readText()"))


def test_an_expert_remarks_on_a_phone_and_reads_the_answer(link, phone):
    editor, secret = link(CHECKED, "check", "many")
    assert copied(editor) == secret
    opened(phone, secret, CHECKED)
    expect(phone.locator(".channels")).to_contain_text(SHOWN)
    unfold(phone)
    assert grave_violations(phone) == []
    assert overhang(phone) == 0
    assert small_targets(phone) == []
    phone.get_by_role("link", name="Góp ý", exact=True).click()
    phone.get_by_label("Họ tên").fill("Trần Thị Hộ Tịch")
    phone.get_by_label("Ở mục").select_option(index=2)
    phone.get_by_label("Góp ý", exact=True).fill("Lệ phí ghi nhầm, nghị quyết ghi khác.")
    phone.get_by_role("button", name="Gửi góp ý").click()
    expect(phone.get_by_text("người soạn đã được báo")).to_be_visible()

    editor.goto("/quan-tri/")
    editor.get_by_role("link", name="trang có góp ý của lãnh đạo, chuyên gia").click()
    editor.get_by_role("link", name=CHECKED).click()
    editor.get_by_role("button", name="Gửi xem trước, xin ý kiến").click()
    panel = editor.locator("[data-side-panel=guests]")
    expect(panel).to_contain_text("Lệ phí ghi nhầm")
    panel.get_by_role("link", name="Trả lời, đánh dấu đã xử lý").click()
    editor.get_by_label("Trả lời").fill("Đã sửa lại theo nghị quyết.")
    editor.get_by_role("button", name="Đã xử lý").click()
    phone.reload()
    expect(phone.get_by_text("Đã sửa lại theo nghị quyết.")).to_be_visible()

    editor.get_by_role("button", name="Thu hồi").click()
    phone.reload()
    expect(phone.get_by_role("main")).to_contain_text("đã được thu hồi")


def test_a_leader_opens_a_link_for_one_opening_without_scripts(link, old_phone, screens):
    _editor, secret = link(SEEN, "view", "single")
    opened(old_phone, secret, SEEN)
    expect(old_phone.locator(".channels")).to_contain_text(SHOWN)
    expect(old_phone.get_by_role("button", name="Gửi góp ý")).to_have_count(0)
    other = screens().new_page()
    other.goto(secret)
    expect(other.get_by_role("main")).to_contain_text("chỉ mở được một lần")
    old_phone.reload()
    expect(old_phone.locator(".channels")).to_contain_text(SHOWN)


def test_the_door_can_be_used_by_everybody(link, phone):
    _editor, secret = link(LEFT, "view", "many")
    phone.goto(secret)
    assert grave_violations(phone) == []
    assert overhang(phone) == 0
    assert small_targets(phone) == []
    assert phone.context.cookies() == []
