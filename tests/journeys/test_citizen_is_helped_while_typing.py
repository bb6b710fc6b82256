"""A citizen types a few letters, is helped, and lands on the procedure: by keys, by touch, by ear, with slips."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.judging import GRAVE, SMALLEST_TARGET

pytestmark = pytest.mark.browser

BIRTH = "Đăng ký khai sinh"


def box(page: Page):
    """The search box, by what a screen reader calls it."""
    return page.get_by_role("combobox", name="Bạn cần làm việc gì?")


def options(page: Page):
    """What is offered under it."""
    return page.get_by_role("option")


def type_into(page: Page, text: str, path: str = "/") -> Page:
    """Opens a page and types letter by letter until something is offered for all of it."""
    page.goto(path)
    with page.expect_response(lambda response: parse_qs(urlsplit(response.url).query).get("q") == [text]):
        box(page).press_sequentially(text, delay=20)
    expect(options(page).first).to_be_visible()
    return page


@pytest.mark.parametrize("typed", ["khai si", "khai sin", "ddawng kys khai si"])
def test_arrow_and_enter_lead_to_the_procedure(computer, typed):
    type_into(computer, typed)
    computer.keyboard.press("ArrowDown")
    expect(options(computer).first).to_have_attribute("aria-selected", "true")
    computer.keyboard.press("Enter")
    expect(computer.get_by_role("heading", level=1)).to_have_text(BIRTH)


def test_a_late_answer_does_not_take_away_what_somebody_is_choosing(computer):
    type_into(computer, "khai si")
    computer.route("**/api/v1/suggest*", lambda route: (computer.wait_for_timeout(300), route.continue_()))
    box(computer).press_sequentially("n", delay=0)
    computer.keyboard.press("ArrowDown")
    computer.wait_for_timeout(1_000)
    expect(options(computer).first).to_have_attribute("aria-selected", "true")


def test_enter_without_a_choice_asks_the_question(computer):
    type_into(computer, "khai si")
    computer.keyboard.press("Enter")
    expect(computer).to_have_url(re.compile(r"/tim-kiem/\?q=khai\+si"))


def test_a_finger_takes_a_suggestion(phone):
    type_into(phone, "khai si")
    options(phone).filter(has_text=BIRTH).first.tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text(BIRTH)


def test_a_screen_reader_hears_what_happens(computer):
    computer.goto("/")
    field = box(computer)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_attribute("aria-autocomplete", "list")
    type_into(computer, "khai si")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(computer.get_by_role("status")).to_have_text(re.compile(r"^\d gợi ý"))
    listed = computer.get_by_role("listbox", name="Gợi ý")
    assert field.get_attribute("aria-controls") == listed.get_attribute("id")
    computer.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options(computer).first.get_attribute("id")
    expect(field).to_be_focused()


def test_arrows_go_round_and_home_and_end_jump(computer):
    type_into(computer, "khai")
    for key, chosen in (
        ("End", None),
        ("ArrowUp", -1),
        ("Home", 0),
        ("End", -1),
        ("ArrowDown", None),
        ("ArrowDown", 0),
    ):
        computer.keyboard.press(key)
        selected = computer.locator("[role=option][aria-selected=true]")
        if chosen is None:
            expect(selected).to_have_count(0)
        else:
            assert selected.get_attribute("id") == options(computer).all()[chosen].get_attribute("id")


def test_escape_closes_and_an_arrow_opens_again(computer):
    type_into(computer, "khai")
    computer.keyboard.press("Escape")
    expect(options(computer)).to_have_count(0)
    expect(box(computer)).to_have_value("khai")
    computer.keyboard.press("ArrowDown")
    expect(options(computer).first).to_be_visible()


def test_leaving_the_field_closes_the_list(computer):
    type_into(computer, "khai")
    computer.keyboard.press("Tab")
    expect(options(computer)).to_have_count(0)


def test_the_results_page_helps_as_well(phone):
    type_into(phone, " 1.0011", "/tim-kiem/")
    expect(options(phone).first).to_contain_text("1.001193")


def test_open_suggestions_keep_nobody_out(phone):
    type_into(phone, "khai si")
    phone.keyboard.press("ArrowDown")
    found = Axe().run(phone).response["violations"]
    assert [rule["id"] for rule in found if rule["impact"] in GRAVE] == []
    heights = options(phone).evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert min(heights) >= SMALLEST_TARGET
    assert phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_without_a_network_the_form_works_on(computer):
    computer.goto("/")
    computer.route("**/api/v1/suggest*", lambda route: route.abort())
    box(computer).press_sequentially("khai sinh", delay=20)
    computer.keyboard.press("Enter")
    expect(computer.locator("main .item-list h3 a").first).to_be_visible()


def test_without_script_it_is_a_plain_form(old_phone):
    old_phone.goto("/")
    field = old_phone.get_by_role("searchbox", name="Bạn cần làm việc gì?")
    field.fill("khai si")
    field.press("Enter")
    expect(old_phone).to_have_url(re.compile(r"/tim-kiem/\?q=khai\+si"))


def test_a_slip_is_answered_with_what_was_meant(old_phone):
    old_phone.goto("/tim-kiem/?q=giay+khia+sinh")
    old_phone.get_by_text("Có phải bạn muốn tìm").get_by_role("link").click()
    expect(old_phone.get_by_role("searchbox")).to_have_value("giấy khai sinh")


def test_raw_keys_are_understood_and_can_be_taken_as_they_are(old_phone):
    old_phone.goto("/tim-kiem/?q=ddawng+kys+keets+hoon")
    expect(old_phone.get_by_text("Đang tìm: đăng ký kết hôn")).to_be_visible()
    expect(old_phone.locator("main .item-list h3 a").first).to_contain_text("kết hôn")
    old_phone.get_by_role("link", name="Tìm đúng chữ").click()
    expect(old_phone.get_by_text("Đang tìm:")).to_have_count(0)


def test_results_are_narrowed_by_thumb_without_script(old_phone):
    old_phone.goto("/tim-kiem/?q=khai+sinh")
    old_phone.get_by_text("Lọc kết quả").click()
    choice = old_phone.get_by_role("group", name="Nộp ở cấp nào").get_by_role("radio", name=re.compile("Cấp tỉnh"))
    promised = int(re.search(r"\((\d+)\)", choice.locator("xpath=..").inner_text())[1])
    choice.check()
    old_phone.get_by_role("button", name="Xem kết quả").click()
    expect(old_phone.locator(".result-count")).to_contain_text(f"{promised} kết quả")
    old_phone.get_by_role("link", name="Bỏ điều kiện Cấp tỉnh").click()
    expect(old_phone.get_by_role("link", name="Bỏ điều kiện")).to_have_count(0)


def test_nothing_found_offers_fields_agencies_and_the_hotline(old_phone):
    old_phone.goto("/tim-kiem/?q=xyzkhongcogi")
    main = old_phone.get_by_role("main")
    expect(main.get_by_role("heading", name="Tìm theo lĩnh vực")).to_be_visible()
    expect(main.get_by_role("heading", name="Tìm theo cơ quan")).to_be_visible()
    expect(main.locator("a[href^='tel:']")).to_be_visible()


def test_what_was_chosen_is_told_without_anything_about_who(computer):
    computer.goto("/tim-kiem/?q=khai+sinh")
    with computer.expect_request("**/tim-kiem/da-chon/") as told:
        computer.locator("main .item-list h3 a").first.click()
    assert told.value.post_data == "q=khai+sinh&position=1"
    assert "cookie" not in told.value.headers
