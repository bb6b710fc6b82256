"""A citizen reads the news, and goes from a procedure to the law behind it and back."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def heading(page: Page):
    """The page's name."""
    return page.get_by_role("heading", level=1)


def test_news_on_the_front_page_open(old_phone):
    old_phone.goto("/")
    item = old_phone.get_by_role("region", name="Tin tức, thông báo").get_by_role("link").first
    title = item.inner_text()
    item.click()
    expect(heading(old_phone)).to_have_text(title)
    assert len(old_phone.locator("main").inner_text()) > 300


def test_the_list_of_news_is_one_touch_from_the_menu(old_phone):
    old_phone.goto("/")
    old_phone.get_by_text("Menu").click()
    old_phone.get_by_label("Các mục chính").get_by_role("link", name="Tin tức").click()
    assert old_phone.locator("main .item-list li").count() >= 8


def test_a_document_says_whether_it_is_in_force(old_phone):
    old_phone.goto("/van-ban/")
    old_phone.locator("main").get_by_role("link", name="123/2015/NĐ-CP").first.click()
    expect(old_phone.locator("main .state")).to_be_visible()
    expect(old_phone.get_by_text("Có hiệu lực từ")).to_be_visible()


def test_from_a_procedure_to_its_law_and_to_every_procedure_under_that_law(old_phone):
    old_phone.goto("/tim-kiem/?q=giay+khai+sinh")
    old_phone.get_by_role("link", name="Đăng ký khai sinh", exact=True).click()
    bases = old_phone.get_by_role("region", name="Căn cứ pháp lý")
    bases.get_by_role("link", name="60/2014/QH13").click()
    expect(heading(old_phone)).to_contain_text("Luật Hộ tịch")
    citing = old_phone.get_by_role("region", name="Thủ tục căn cứ vào văn bản này")
    expect(citing.get_by_role("link", name="Đăng ký khai sinh", exact=True)).to_be_visible()
    citing.get_by_role("link", name="Đăng ký kết hôn", exact=True).click()
    expect(heading(old_phone)).to_have_text("Đăng ký kết hôn")


def test_each_law_beside_a_procedure_shows_its_status(old_phone):
    old_phone.goto("/tim-kiem/?q=giay+khai+sinh")
    old_phone.get_by_role("link", name="Đăng ký khai sinh", exact=True).click()
    for line in old_phone.get_by_role("region", name="Căn cứ pháp lý").get_by_role("listitem").all():
        if line.get_by_role("link").count():
            expect(line.locator(".state")).to_be_visible()
