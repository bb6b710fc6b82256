"""An officer prints what a citizen asks for while the citizen waits: type, Enter, print."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.walls import addresses_in, pdf_after, sign_in

pytestmark = pytest.mark.browser

NAME = "Đăng ký khai sinh"


@pytest.fixture
def officer(computer) -> Page:
    """The officer's desk."""
    return sign_in(computer)


def text_of(pdf: bytes) -> str:
    """What is on the paper."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_type_without_marks_enter_and_the_sheet_is_there(officer):
    officer.keyboard.type("dang ky khai sinh")  # the box has the focus; 1: type
    pdf = pdf_after(officer, lambda: officer.keyboard.press("Enter"))  # 2: Enter; 3: Ctrl+P, the browser's own
    assert NAME in " ".join(text_of(pdf).split())


def test_the_sheet_s_code_leads_to_the_procedure(officer, old_phone):
    officer.keyboard.type("1001193")
    (printed,) = set(addresses_in(pdf_after(officer, lambda: officer.keyboard.press("Enter"))))
    old_phone.goto(printed)
    expect(old_phone.get_by_role("heading", level=1)).to_have_text(NAME)


def test_a_suggestion_taken_with_the_keyboard_is_printed_at_once(officer):
    officer.keyboard.type("khai sinh co yeu to")
    expect(officer.get_by_role("option").first).to_be_visible()
    officer.keyboard.press("ArrowDown")
    pdf = pdf_after(officer, lambda: officer.keyboard.press("Enter"))
    assert "yếu tố nước ngoài" in " ".join(text_of(pdf).split())


def test_of_several_the_first_is_one_more_enter_away(officer):
    officer.keyboard.type("khai sinh")
    officer.keyboard.press("Enter")
    officer.wait_for_url("**/ban/?q=*")
    expect(officer.get_by_role("button", name=f"In ngắn – {NAME}", exact=True)).to_be_focused()
    assert pdf_after(officer, lambda: officer.keyboard.press("Enter")).startswith(b"%PDF")


def test_without_script_it_is_the_same(screens):
    page = sign_in(screens(java_script_enabled=False).new_page())
    page.get_by_label("In phiếu cho người dân").fill("dang ky khai sinh")
    assert pdf_after(page, page.get_by_role("button", name="Tìm và in").click).startswith(b"%PDF")


def test_several_are_put_aside_and_printed_with_one_button(officer):
    for words in ("khai sinh", "ket hon"):
        officer.goto(f"/ban/?q={words}")
        officer.get_by_role("button", name="Thêm vào hàng chờ").first.click()
        expect(officer.get_by_role("status").filter(has_text="Đã thêm vào hàng chờ")).to_be_visible()
    officer.get_by_role("link", name="Hàng chờ", exact=True).click()
    pdf = pdf_after(officer, officer.get_by_role("button", name="In cả 2 phiếu, hai mặt").click)
    assert len(set(addresses_in(pdf))) == 2
    officer.goto("/ban/hang-cho/")
    expect(officer.get_by_text("Chưa có phiếu nào.")).to_be_visible()
