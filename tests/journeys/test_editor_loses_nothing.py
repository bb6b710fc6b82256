"""What an editor types is kept: in the first seconds of a form, beside a press of the button, beside another editor."""

import pytest
from playwright.sync_api import Page, Request, expect

from tests.journeys.test_editor_changes_a_fee import save_draft
from tests.journeys.test_editor_reads_vietnamese import open_procedure

pytestmark = pytest.mark.browser


def is_save(request: Request) -> bool:
    """Whether a form of a page is sent."""
    return request.method == "POST" and request.url.endswith("/edit/")


def type_names(page: Page, text: str) -> None:
    """Types over the everyday names of a procedure."""
    page.get_by_role("tab", name="Riêng của tỉnh").click()
    page.locator("[name=everyday_names]").press("Control+A")
    page.keyboard.type(text)


def test_what_is_typed_at_once_is_saved_by_itself(desk):
    page = desk("bientap")
    open_procedure(page, "Xóa đăng ký thường trú")
    with page.expect_request(is_save) as saved:
        page.goto(page.url, wait_until="domcontentloaded")
        type_names(page, "ở thêm")
    assert "ở thêm" in (saved.value.post_data_buffer or b"").decode()


def test_a_form_in_which_nothing_is_typed_is_not_saved(desk):
    page = desk("bientap")
    open_procedure(page, "Xóa đăng ký thường trú")
    sent = []
    page.on("request", lambda request: sent.append(request) if is_save(request) else None)
    page.get_by_role("tab", name="Hiệu lực").click()
    page.wait_for_timeout(4_000)  # longer than the saving by itself waits after a change
    assert sent == []


def test_a_new_document_that_is_being_saved_by_itself_is_saved_once(desk):
    page = desk("bientap")
    page.goto("/quan-tri/pages/usage/legal_documents/documentindexpage/")
    page.locator("main a[href$='/edit/']").first.click()
    page.goto(f"/quan-tri/pages/add/legal_documents/legaldocumentpage/{page.url.split('/')[-3]}/")
    page.locator("[name=number]").fill("77/2026/QĐ-UBND")
    with page.expect_request(lambda request: request.method == "POST" and "/add/" in request.url):
        page.locator("[name=title]").fill("Quyết định lưu một lần")
    save_draft(page)
    expect(page.locator(".messages")).to_contain_text("Đã cập nhật trang")
    page.goto("/quan-tri/pages/search/?q=77/2026/QĐ-UBND")
    expect(page.get_by_role("link", name="Quyết định lưu một lần")).to_have_count(1)


def test_the_second_of_two_editors_reads_both_texts(desk):
    first, second = desk("bientap"), desk("duyet")
    for page in (first, second):
        open_procedure(page, "Cấp lại thẻ căn cước")
    type_names(first, "ra ở riêng")
    save_draft(first)
    type_names(second, "tách sổ")
    second.locator("footer button.action-save").first.click()
    both = second.get_by_role("region", name="Hai người cùng sửa trang này")
    both.or_(second.get_by_role("button", name="Lưu bản nháp").last).first.wait_for()
    go_on = second.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]")
    if go_on.is_visible():
        go_on.click()
    expect(both).to_contain_text("ra ở riêng")
    expect(both).to_contain_text("tách sổ")
    expect(second.locator("[name=everyday_names]")).to_have_value("tách sổ")


def test_what_was_saved_by_itself_is_no_clash_with_the_press_that_follows(desk):
    page = desk("bientap")
    open_procedure(page, "Tách hộ")
    for text in ("ra ở riêng", "tách sổ"):
        with page.expect_response(lambda answer: is_save(answer.request)) as saved:
            type_names(page, text)
        assert saved.value.json()["success"]
        page.wait_for_timeout(1_000)
    type_names(page, "tách khẩu")
    save_draft(page)
    expect(page.locator(".messages")).to_contain_text("Đã cập nhật trang")
    expect(page.locator("[name=everyday_names]")).to_have_value("tách khẩu")


def test_what_is_typed_into_the_provinces_layer_outlives_a_press_without_a_connection(desk):
    page = desk("bientap")
    open_procedure(page, "Đăng ký giám hộ")  # which has a fee of the province's, whatever other journeys make of it
    page.get_by_role("tab", name="Riêng của tỉnh").click()
    fee = page.locator("#overlay-root").get_by_label("Số tiền (đồng)").first
    fee.fill("98765")
    page.locator("#overlay-root").get_by_label("Ghi chú, căn cứ").first.fill("mỗi lần")
    page.context.set_offline(True)
    page.locator("footer button.action-save").click()
    go_on = page.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]")
    told = page.get_by_role("alert").filter(has_text="không nối được với máy chủ")
    told.or_(go_on).first.wait_for()
    if go_on.is_visible():
        go_on.click()
    expect(told).to_be_visible()
    expect(fee).to_have_value("98765")
    with page.expect_response(lambda answer: "/editing-sessions/ping/" in answer.url and answer.ok, timeout=60_000):
        page.context.set_offline(False)  # the desk's own question has to find the server again
    save_draft(page)
    expect(page.locator(".messages")).to_contain_text("Đã cập nhật trang")
    expect(fee).to_have_value("98.765")
