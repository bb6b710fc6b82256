"""A citizen with a small phone that runs no script finds out what a procedure asks for."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

QUESTIONS = ["Mang gì", "Nộp ở đâu", "Bao lâu", "Bao nhiêu tiền", "Nhận gì"]


@pytest.fixture
def procedure(old_phone) -> Page:
    """The page that a search for the birth certificate, typed without marks on the front page, leads to."""
    old_phone.goto("/")
    old_phone.get_by_label("Bạn cần làm việc gì?").fill("giay khai sinh")
    old_phone.get_by_role("button", name="Tìm").click()
    old_phone.locator("main .item-list h3 a").first.click()
    return old_phone


def test_words_without_marks_lead_to_the_procedure_that_is_meant(procedure):
    expect(procedure.get_by_role("heading", level=1)).to_have_text("Đăng ký khai sinh")


def test_the_five_answers_are_on_the_first_screen(procedure):
    questions = procedure.locator(".answers dt")
    expect(questions).to_contain_text(QUESTIONS)
    for answer in procedure.locator(".answers dd").all():
        expect(answer).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("code", ["1.001612", "1.004222", "1.014061"])
def test_so_are_they_for_the_other_procedures_that_many_look_for(old_phone, code):
    old_phone.goto(f"/thu-tuc/?q={code}")
    old_phone.locator("main .item-list a").first.click()
    answers = old_phone.locator(".answers dd")
    expect(answers).to_have_count(len(QUESTIONS))
    # No province has the demonstration's banner above its pages.
    banner = old_phone.get_by_role("complementary", name="Bản trình diễn").bounding_box()
    last = answers.last.bounding_box()
    assert last["y"] + last["height"] - banner["height"] <= old_phone.viewport_size["height"]


def test_a_case_of_papers_opens_where_its_name_is_touched(procedure):
    paper = procedure.get_by_text("Văn bản của cơ sở y tế đã thực hiện kỹ thuật hỗ trợ sinh sản")
    expect(paper).to_be_hidden()
    procedure.get_by_label("Các trường hợp").get_by_role("link", name="Trẻ sinh ra nhờ mang thai hộ").click()
    expect(paper).to_be_visible()


def test_with_script_the_chosen_case_is_open_to_screen_readers_too(screens):
    page = screens().new_page()
    page.goto("/tim-kiem/?q=giay+khai+sinh")
    page.locator("main .item-list h3 a").first.click()
    link = page.get_by_label("Các trường hợp").get_by_role("link", name="Trẻ sinh ra nhờ mang thai hộ")
    chosen = page.locator(link.get_attribute("href"))
    expect(chosen).to_have_js_property("open", False)
    link.click()
    expect(chosen).to_have_js_property("open", True)


def test_a_paper_in_hand_can_be_ticked_off(procedure):
    form = procedure.get_by_role("checkbox", name="Giấy chứng sinh do cơ sở y tế cấp").first
    form.check()
    expect(form).to_be_checked()


def test_the_menu_opens_without_script(old_phone):
    old_phone.goto("/")
    entry = old_phone.get_by_label("Các mục chính").get_by_role("link", name="Cơ quan")
    expect(entry).to_be_hidden()
    old_phone.get_by_text("Menu").click()
    expect(entry).to_be_visible()


def test_nothing_is_offered_that_needs_script(procedure):
    expect(procedure.get_by_text("Chép địa chỉ")).to_be_hidden()


def test_with_script_the_address_is_copied(screens, address):
    page = screens(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto("/tim-kiem/?q=giay+khai+sinh")
    page.locator("main .item-list h3 a").first.click()
    button = page.get_by_role("button", name="Chép địa chỉ")
    button.click()
    expect(button.get_by_role("status")).to_have_text("– đã chép")
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{address}/q/")
