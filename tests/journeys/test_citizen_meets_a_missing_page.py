"""A citizen follows an address that leads nowhere, or asks for what nobody wrote."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_an_address_that_leads_nowhere_offers_search(old_phone):
    assert old_phone.goto("/thu-tuc/khong-co-trang-nay/").status == 404
    expect(old_phone.get_by_role("heading", level=1)).to_have_text("Không có trang này")
    old_phone.get_by_label("Tìm thủ tục, giấy tờ, cơ quan").fill("khai sinh")
    old_phone.get_by_role("button", name="Tìm").click()
    expect(old_phone.get_by_role("link", name="Đăng ký khai sinh", exact=True)).to_be_visible()


def test_it_also_offers_the_catalogue_and_a_telephone(old_phone):
    old_phone.goto("/khong-co/")
    expect(old_phone.get_by_role("main").get_by_role("link", name="Gọi 1900 0000")).to_be_visible()
    old_phone.get_by_role("link", name="Xem toàn bộ danh mục thủ tục").click()
    expect(old_phone.get_by_role("heading", level=1)).to_have_text("Danh mục thủ tục")


def test_a_question_without_an_answer_offers_fields_and_a_telephone(old_phone):
    old_phone.goto("/tim-kiem/?q=xyzkhongcogi")
    expect(old_phone.get_by_role("heading", name="Chưa tìm thấy")).to_be_visible()
    expect(old_phone.get_by_role("main").get_by_role("link", name="1900 0000")).to_be_visible()
    old_phone.get_by_role("main").get_by_role("link", name="Hộ tịch").click()
    expect(old_phone.get_by_role("heading", level=1)).to_have_text("Danh mục thủ tục")
    expect(old_phone.get_by_role("link", name="Bỏ điều kiện Hộ tịch")).to_be_visible()
