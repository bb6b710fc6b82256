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
    """Copies the official part into the province's with one click, and types another amount for its first fee, with the
    note of it, which may name the old one."""
    page.locator("[data-copy-official=channels]").click()
    page.locator("#overlay-root").get_by_label("Số tiền (đồng)").first.fill(amount)
    page.locator("#overlay-root").get_by_label("Ghi chú, căn cứ").first.fill("mỗi lần")


def save_draft(page: Page) -> None:
    """Saves without publishing."""
    with page.expect_navigation():
        page.locator("footer button.action-save").click()


def publish(page: Page) -> None:
    """Publishes what waits from the form's menu."""
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


def change_and_publish(desk, writer: str, name: str, change) -> None:
    """One writes, another opens the form and publishes: nobody publishes what he wrote."""
    page = desk(writer)
    open_form(page, name)
    change(page)
    save_draft(page)
    page.locator("footer .w-dropdown__toggle").click()
    expect(page.locator("button[name=action-publish]")).to_have_count(0)
    page.close()
    reviewer = desk("duyet")
    open_form(reviewer, name)
    publish(reviewer)


def test_a_reviewer_publishes_and_citizens_read_the_new_fee_at_once(desk, old_phone):
    name = "Đăng ký tạm trú"
    before = reads(old_phone, name)
    assert "16.500 đồng" not in before
    change_and_publish(desk, "bientap", name, lambda page: change_first_fee(page, "16500"))
    after = reads(old_phone, name)
    assert "16.500 đồng" in after
    assert [label for label in CHANNELS if label in after] == [label for label in CHANNELS if label in before]


CHANNELS = ("Trực tiếp", "Bưu chính", "Trực tuyến")


def every_fee(page: Page) -> None:
    """Types one amount for all."""
    change_first_fee(page, "12345")
    for field in page.locator("#overlay-root").get_by_label("Số tiền (đồng)").all():
        field.fill("12345")
    for note in page.locator("#overlay-root").get_by_label("Ghi chú, căn cứ").all():
        note.fill("mỗi lần")  # what stood there said that nothing is due


def test_what_the_administrator_wrote_is_published_by_another_too_and_the_answer_above_follows(desk, old_phone):
    name = "Xác nhận thông tin về cư trú"
    change_and_publish(desk, "quantri", name, every_fee)
    reads(old_phone, name)
    expect(old_phone.locator(".answers")).to_contain_text("12.345 đồng")


def test_an_editor_saves_a_draft_that_citizens_do_not_see(desk, old_phone):
    name = "Tách hộ"
    page = desk("bientap")
    open_form(page, name)
    change_first_fee(page, "98765")
    save_draft(page)
    expect(page.locator("#overlay-root").get_by_label("Số tiền (đồng)").first).to_have_value("98.765")
    assert "98.765 đồng" not in reads(old_phone, name)


# What one fee of a procedure with three ways of handing in asked of an editor while nothing could be
# copied: 10 clicks in the form (2 a channel) and 23 fields, counted at the desk.
BEFORE = {"clicks": 10, "fields": 23}


def test_changing_one_fee_costs_a_copy_and_a_number(desk):
    page = desk("bientap")
    open_form(page, "Cấp đổi thẻ căn cước")
    page.evaluate(
        """() => {
          window.cost = { clicks: 0, fields: new Set() };
          addEventListener("click", (event) => (window.cost.clicks += event.detail > 0 ? 1 : 0), true);
          addEventListener("input", (event) => window.cost.fields.add(event.target.name), true);
        }"""
    )
    page.locator("[data-copy-official=channels]").click()
    field = page.locator("#overlay-root").get_by_label("Số tiền (đồng)").first
    field.click()
    field.press("Control+a")
    field.type("7000")
    expect(page.locator("#copied")).to_contain_text("Đã chép phần trung ương")
    cost = page.evaluate("() => ({ clicks: window.cost.clicks, fields: window.cost.fields.size })")
    assert cost == {"clicks": 2, "fields": 1}
    assert cost["clicks"] < BEFORE["clicks"]
    assert cost["fields"] < BEFORE["fields"]


# --- What the form says of the official part --------------------------------------------------------


def texts_of_channels(page: Page) -> int:
    """How many texts for the channels the province's layer holds in the form."""
    parts = page.evaluate(
        "() => wagtail.editHandler.getPanelByName('overlay').getBoundWidget().getValue().map((part) => part.type)"
    )
    return parts.count("channels")


def test_copying_by_keyboard_loses_nothing_that_is_typed(desk):
    page = desk("bientap")
    open_form(page, "Cấp lại thẻ căn cước")
    page.get_by_role("tab", name="Riêng của tỉnh").click()
    page.locator("[name=everyday_names]").fill("làm lại thẻ")
    page.get_by_role("tab", name="Nội dung chính thức").click()
    page.locator("[data-copy-official=channels]").focus()
    page.keyboard.press("Enter")
    amount = page.locator("#overlay-root").get_by_label("Số tiền (đồng)").first
    amount.fill("7000")
    page.get_by_role("tab", name="Nội dung chính thức").click()
    page.locator("[data-copy-official=channels]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#copied")).to_contain_text("không chép đè")
    expect(amount).to_have_value("7000")
    expect(page.locator("[name=everyday_names]")).to_have_value("làm lại thẻ")
    assert texts_of_channels(page) == 1


def test_a_part_may_have_one_more_text_for_another_time_which_its_own_button_fills(desk):
    page = desk("bientap")
    open_form(page, "Cấp lại thẻ căn cước")
    page.locator("[data-copy-official=channels]").click()
    page.locator("#overlay-root").get_by_label("Số tiền (đồng)").first.fill("7000")
    buttons = page.locator("[data-copy-official-here]:visible")
    blocks = buttons.count()
    # Of the buttons that add a block, the first one is the layer's own.
    page.locator("#overlay-root .c-sf-add-button").first.click()
    page.get_by_role("option", name="Cách thức, thời hạn, phí").click()
    # The new block comes above the others and takes a moment to open: until then the first button is an old block's.
    expect(buttons).to_have_count(blocks + 1)
    buttons.first.click()
    expect(page.locator("#copied")).to_contain_text("Đã chép phần trung ương vào đây")
    amounts = [field.input_value() for field in page.locator("#overlay-root").get_by_label("Số tiền (đồng)").all()]
    assert texts_of_channels(page) == 2
    assert len(amounts) > amounts.count("7000") == 1


def test_an_empty_part_is_filled_where_it_stands_and_what_it_drops_is_told_before_saving(desk):
    page = desk("bientap")
    open_form(page, "Đăng ký khai thác nước dưới đất")
    page.get_by_role("tab", name="Riêng của tỉnh").click()
    page.locator("#overlay-root .c-sf-add-button").first.click()
    page.get_by_role("option", name="Cách thức, thời hạn, phí").click()
    told = page.locator("#dropped-rows")
    expect(told).to_contain_text("Công dân sẽ không còn thấy")
    expect(told).to_contain_text("Trực tuyến")
    page.locator("[data-copy-official-here]:visible").first.click()
    expect(page.locator("#overlay-root").get_by_label("Số tiền (đồng)").first).to_be_visible()
    expect(told).not_to_contain_text("Công dân sẽ không còn thấy")


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
