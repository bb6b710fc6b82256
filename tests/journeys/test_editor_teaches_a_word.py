"""An editor teaches the portal a word; once a reviewer has published it, the next citizen who says it is understood."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_new_synonym_is_previewed_published_and_found_at_once_and_not_while_it_is_typed(desk, phone):
    page = desk("bientap")
    page.goto("/quan-tri/snippets/search/synonymrule/add/")
    page.locator("[name=everyday]").fill("giấy rồng xanh")
    page.locator("[name=official]").fill("đăng ký kết hôn")
    page.locator("[name=examples]").fill("xin giấy rồng xanh")
    page.locator("[data-side-panel-toggle=preview]").click()
    preview = page.frame_locator("[data-side-panel=preview] iframe").last
    expect(preview.get_by_role("heading", name="Nếu công bố luật này")).to_be_visible(timeout=20_000)
    expect(preview.get_by_role("heading", name="xin giấy rồng xanh")).to_be_visible()
    page.wait_for_url("**/synonymrule/edit/*/")  # the browser has saved the draft by itself
    address = page.url
    page.close()
    phone.goto("/tim-kiem/?q=giay+rong+xanh")
    expect(phone.get_by_text("kết hôn")).to_have_count(0)

    reviewer = desk("duyet")
    reviewer.goto("/quan-tri/bao-cao/ban-nhap-tu-ngu/")
    reviewer.get_by_role("link", name="giấy rồng xanh").click()
    reviewer.wait_for_url(address)
    reviewer.locator("footer .w-dropdown__toggle").click()
    reviewer.locator("button[name=action-publish]").click()
    reviewer.wait_for_url("**/synonymrule/")
    phone.goto("/tim-kiem/?q=giay+rong+xanh")
    expect(phone.locator("main .item-list h3 a").first).to_contain_text("kết hôn")


def test_a_bad_rule_is_refused_in_plain_words(desk):
    page = desk("bientap")
    page.goto("/quan-tri/snippets/search/synonymrule/add/")
    page.locator("[name=everyday]").fill("sổ xanh")
    page.locator("[name=official]").fill("Sổ xanh")
    page.get_by_role("button", name="Lưu").first.click()
    expect(page.get_by_text("có ở cả hai bên")).to_be_visible()


def test_the_report_and_the_open_questions_can_be_read(desk, phone):
    for network in ("192.0.2.7", "198.51.100.7", "203.0.113.7"):  # what one asks alone is not written down
        phone.set_extra_http_headers({"X-Forwarded-For": network})
        phone.goto("/tim-kiem/?q=xyzkhongcogi")
        phone.wait_for_timeout(500)  # it is written when the reader has the answer
    page = desk("duyet")
    page.goto("/quan-tri/bao-cao/tim-kiem/")
    expect(page.get_by_role("cell", name="xyzkhongcogi")).to_be_visible()
    page.goto("/quan-tri/snippets/search/unansweredquestion/")
    expect(page.get_by_role("link", name="xyzkhongcogi")).to_be_visible()
