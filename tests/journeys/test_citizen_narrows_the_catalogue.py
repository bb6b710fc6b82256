"""A citizen narrows the catalogue to what concerns them, and widens it again."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def catalogue(old_phone) -> Page:
    """The catalogue with its filters laid open, on a phone that runs no script."""
    old_phone.goto("/thu-tuc/")
    old_phone.get_by_text("Lọc danh sách").click()
    return old_phone


def count(page: Page) -> int:
    """How many procedures the list says it holds."""
    return int(page.locator(".result-count").inner_text().split()[0])


def choose_level(page: Page, label: str) -> None:
    """Takes a level and asks for the list."""
    page.get_by_role("group", name="Nộp ở cấp nào").get_by_role("radio", name=re.compile(label)).check()
    page.get_by_role("button", name="Xem kết quả").click()


def test_the_number_beside_a_choice_is_the_number_it_leaves(catalogue):
    choice = catalogue.get_by_role("radio", name=re.compile("Cấp xã"))
    promised = int(re.search(r"\((\d+)\)", choice.locator("xpath=..").inner_text())[1])
    choose_level(catalogue, "Cấp xã")
    assert count(catalogue) == promised


def test_level_and_field_together_leave_only_what_is_both(catalogue):
    choose_level(catalogue, "Cấp xã")
    catalogue.get_by_text("Lọc danh sách").click()
    catalogue.get_by_label("Lĩnh vực").select_option("ho-tich")
    catalogue.get_by_role("button", name="Xem kết quả").click()
    lines = catalogue.locator("main .item-list > li").all_inner_texts()
    assert len(lines) == count(catalogue) > 3
    assert all("Cấp xã" in line and "Hộ tịch" in line for line in lines)


def test_the_choice_holds_on_the_next_page(catalogue):
    choose_level(catalogue, "Cấp xã")
    total = count(catalogue)
    first_page = catalogue.locator("main .item-list a").all_inner_texts()
    catalogue.get_by_role("link", name="Trang sau").click()
    expect(catalogue.locator("[aria-current=page]").get_by_text("2")).to_be_visible()
    assert count(catalogue) == total
    assert not set(first_page) & set(catalogue.locator("main .item-list a").all_inner_texts())


def test_one_condition_is_taken_away_and_the_other_stays(catalogue):
    catalogue.goto("/thu-tuc/?cap=commune&linh-vuc=ho-tich")
    narrow = count(catalogue)
    catalogue.get_by_role("link", name="Bỏ điều kiện Cấp xã").click()
    assert count(catalogue) >= narrow
    expect(catalogue.get_by_role("link", name="Bỏ điều kiện Hộ tịch")).to_be_visible()
    expect(catalogue.get_by_role("link", name="Bỏ điều kiện Cấp xã")).to_have_count(0)


def test_conditions_that_nothing_meets_offer_a_way_on(catalogue):
    catalogue.goto("/thu-tuc/?cap=ministry&linh-vuc=ho-tich")
    expect(catalogue.get_by_text("Không có thủ tục nào hợp với điều kiện này")).to_be_visible()
    catalogue.get_by_role("link", name="Xem toàn bộ danh mục").click()
    assert count(catalogue) > 20
