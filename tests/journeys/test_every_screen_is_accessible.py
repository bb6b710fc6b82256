"""Every public screen can be read and used by everybody: WCAG 2.1 AA, as far as a machine can judge it."""

import pytest

from tests.browser.judging import broken_words, grave_violations, overhang, small_targets, unfold
from tests.browser.screens import LONGEST_PROCEDURE, SCREENS

pytestmark = pytest.mark.browser

EVERY_SCREEN = pytest.mark.parametrize("path", SCREENS.values(), ids=SCREENS.keys())


@EVERY_SCREEN
def test_axe_finds_nothing_grave_on_a_phone(phone, path):
    phone.goto(path)
    assert grave_violations(phone) == []


@EVERY_SCREEN
def test_axe_finds_nothing_grave_on_a_computer_with_everything_unfolded(computer, path):
    computer.goto(path)
    unfold(computer)
    assert grave_violations(computer) == []


@EVERY_SCREEN
def test_neither_zoom_nor_large_letters_need_sideways_scrolling(screens, path):
    page = screens(viewport={"width": 320, "height": 256}).new_page()
    page.goto(path)
    unfold(page)
    assert overhang(page) == 0
    page.set_viewport_size({"width": 360, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overhang(page) == 0


@pytest.mark.parametrize("path", ["/", LONGEST_PROCEDURE], ids=["home", "longest procedure"])
@pytest.mark.parametrize(("letters", "most"), [("100%", 64), ("200%", 320)])
def test_the_head_of_a_page_breaks_no_word_however_large_the_letters(phone, path, letters, most):
    phone.goto(path)
    phone.evaluate(f"document.documentElement.style.fontSize = '{letters}'")
    assert broken_words(phone, ".site-header") == []
    assert phone.locator(".site-header").bounding_box()["height"] <= most


@EVERY_SCREEN
def test_a_thumb_hits_every_button_and_field(phone, path):
    phone.goto(path)
    assert small_targets(phone) == []


def test_the_keyboard_comes_first_to_the_way_past_the_menu(computer):
    computer.goto("/")
    computer.keyboard.press("Tab")
    assert computer.evaluate("document.activeElement.textContent") == "Đến nội dung chính"
    computer.keyboard.press("Enter")
    assert computer.evaluate("document.activeElement.id") == "noi-dung"


def test_the_keyboard_alone_searches_and_opens_a_procedure(computer):
    computer.goto("/")
    computer.get_by_label("Bạn cần làm việc gì?").focus()
    computer.keyboard.type("giay khai sinh")
    computer.keyboard.press("Enter")
    computer.wait_for_url("**/tim-kiem/**")
    computer.locator("main .item-list h3 a").first.focus()
    computer.keyboard.press("Enter")
    computer.wait_for_url("**/thu-tuc/**")


@pytest.mark.parametrize("path", ["/", LONGEST_PROCEDURE], ids=["home", "longest procedure"])
def test_what_has_the_focus_is_seen(computer, path):
    computer.goto(path)
    for _ in range(12):
        computer.keyboard.press("Tab")
        style = computer.evaluate(
            "(({outlineStyle, outlineWidth, boxShadow}) => [outlineStyle, outlineWidth, boxShadow])"
            "(getComputedStyle(document.activeElement))"
        )
        assert style[0] != "none" or style[2] != "none", computer.evaluate("document.activeElement.outerHTML")
