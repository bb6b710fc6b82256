"""A citizen knows the old name of the commune and looks for the counter of today."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def ask(page: Page, name: str) -> None:
    """Types a commune's name on the list of agencies."""
    page.goto("/co-quan/")
    page.get_by_label("Tìm nơi nộp theo xã, phường").fill(name)
    page.get_by_role("button", name="Tìm").click()


@pytest.mark.parametrize("name", ["Phường Đông Thành", "dong thanh", "phuong dong thanh"])
def test_an_old_name_leads_to_the_counter_that_takes_the_papers_today(old_phone, name):
    ask(old_phone, name)
    expect(old_phone.get_by_text("Phường Đông Thành, Thành phố Trường An: Sáp nhập vào")).to_be_visible()
    old_phone.get_by_role("link", name="Ủy ban nhân dân phường Trường An").first.click()
    expect(old_phone.get_by_role("heading", level=1)).to_have_text("Ủy ban nhân dân phường Trường An")
    expect(old_phone.get_by_role("heading", name="Nơi tiếp nhận hồ sơ")).to_be_visible()


def test_a_commune_that_was_split_shows_every_commune_of_today(old_phone):
    ask(old_phone, "Phường Tây Thành")
    answers = old_phone.get_by_role("region", name="Xã, phường “Phường Tây Thành”").get_by_role("link")
    assert len(set(answers.all_inner_texts())) == 2


def test_the_counter_tells_what_became_of_the_old_names(old_phone):
    ask(old_phone, "Phường Đông Thành")
    old_phone.get_by_role("link", name="Ủy ban nhân dân phường Trường An").first.click()
    expect(old_phone.get_by_role("region", name="Trước đây và về sau")).to_contain_text("Phường Đông Thành")


def test_a_name_that_is_not_known_is_said_to_be(old_phone):
    ask(old_phone, "Xã Không Đâu Cả")
    expect(old_phone.get_by_text("Danh mục của cổng không có tên này")).to_be_visible()
