"""An editor changes a fee; who may publish does, and citizens read it at once."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def open_form(page: Page, name: str) -> None:
    """Finds a procedure at the desk by its name and opens its form."""
    page.get_by_role("searchbox", name="Từ khoá").or_(page.locator("main input[name=q]")).first.fill(name)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_url("**/edit/")


def change_first_fee(page: Page, amount: str) -> None:
    """Types another amount for the first fee of the first way of handing in."""
    page.get_by_label("Số tiền (đồng)").first.fill(amount)


def save_draft(page: Page) -> None:
    """Saves without publishing."""
    with page.expect_navigation():
        page.locator("footer button.action-save").click()


def publish(page: Page) -> None:
    """Publishes from the form's menu."""
    page.locator("footer .w-dropdown__toggle").click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()


def reads(page: Page, name: str) -> str:
    """The fee table that a citizen finds by searching for the procedure's name."""
    page.goto("/")
    page.get_by_label("Bạn cần làm việc gì?").fill(name)
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
    return page.locator(".channels").inner_text()


def test_a_reviewer_publishes_and_citizens_read_the_new_fee_at_once(desk, old_phone):
    name = "Đăng ký tạm trú"
    assert "16.500 đồng" not in reads(old_phone, name)
    page = desk("duyet")
    open_form(page, name)
    change_first_fee(page, "16500")
    publish(page)
    assert "16.500 đồng" in reads(old_phone, name)


def test_the_administrator_publishes_too_and_the_answer_above_follows(desk, old_phone):
    name = "Xác nhận thông tin về cư trú"
    page = desk("quantri")
    open_form(page, name)
    for field in page.get_by_label("Số tiền (đồng)").all():
        field.fill("12345")
    publish(page)
    reads(old_phone, name)
    expect(old_phone.locator(".answers")).to_contain_text("12.345 đồng")


def test_an_editor_saves_a_draft_that_citizens_do_not_see(desk, old_phone):
    name = "Tách hộ"
    page = desk("bientap")
    open_form(page, name)
    change_first_fee(page, "98765")
    save_draft(page)
    expect(page.get_by_label("Số tiền (đồng)").first).to_have_value("98765")
    assert "98.765 đồng" not in reads(old_phone, name)


def test_an_editor_is_not_offered_to_publish(desk):
    page = desk("bientap")
    open_form(page, "Tách hộ")
    page.locator("footer .w-dropdown__toggle").click()
    expect(page.locator("button[name=action-submit]")).to_be_visible()
    expect(page.locator("button[name=action-publish]")).to_have_count(0)


def test_what_an_editor_hands_in_lies_before_the_reviewer(desk):
    page = desk("bientap")
    open_form(page, "Thông báo lưu trú")
    page.locator("footer .w-dropdown__toggle").click()
    with page.expect_navigation():
        page.locator("button[name=action-submit]").click()
    expect(desk("duyet").get_by_role("main").get_by_role("link", name="Thông báo lưu trú").first).to_be_visible()


@pytest.mark.parametrize("words", ["cap doi the can cuoc", "can cuoc"])
def test_the_desk_finds_a_procedure_typed_without_marks(desk, words):
    page = desk("bientap")
    page.goto(f"/quan-tri/pages/search/?q={words}")
    expect(page.get_by_role("link", name="Cấp đổi thẻ căn cước", exact=True)).to_be_visible()
