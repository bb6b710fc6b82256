"""A citizen says where he lives, by an old name without marks, and reads and prints what is so at his own counter."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.walls import pdf_after

pytestmark = pytest.mark.browser

#: A commune of the demonstration and its counter.
TODAY, COUNTER = "Xã Đại Phong", "Trung tâm Phục vụ hành chính công xã Đại Phong"


def _says(page: Page, name: str) -> None:
    page.get_by_label("Bạn ở xã, phường nào?").first.fill(name)
    page.get_by_role("button", name="Xem", exact=True).first.click()


def test_from_the_front_page_to_the_counter_the_procedure_and_its_sheet(old_phone):
    old_phone.goto("/")
    _says(old_phone, TODAY)
    expect(old_phone.get_by_role("heading", name=COUNTER)).to_be_visible()
    expect(old_phone.get_by_text("Thứ Hai – Thứ Sáu: 7:30–11:30, 13:30–17:00")).to_be_visible()
    old_phone.get_by_role("link", name="Mọi thủ tục nộp tại đây").click()
    expect(old_phone.get_by_role("link", name="Đăng ký khai sinh", exact=True)).to_be_visible()


def test_a_procedure_page_answers_for_his_commune_and_prints_it(old_phone):
    old_phone.goto("/thu-tuc/1-001193/")
    old_phone.get_by_role("link", name="quầy ở xã bạn").click()
    _says(old_phone, TODAY)
    expect(old_phone.get_by_role("heading", name=f"Nộp ở đâu tại {TODAY}")).to_be_visible()
    expect(old_phone.locator("dl.answers")).to_contain_text(COUNTER)
    pdf = pdf_after(old_phone, old_phone.get_by_role("link", name="In phiếu").click)
    assert COUNTER in " ".join("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_it_is_remembered_only_at_his_wish_and_forgotten_again(old_phone):
    old_phone.goto("/thu-tuc/1-001193/?xa=xa+dai+phong")
    assert not [cookie for cookie in old_phone.context.cookies() if cookie["name"] == "xa_phuong"]
    old_phone.get_by_role("link", name="Nhớ trên máy này").click()
    old_phone.get_by_role("button", name=f"Nhớ {TODAY}").click()
    old_phone.goto("/thu-tuc/1-001193/")
    expect(old_phone.locator("dl.answers")).to_contain_text(COUNTER)
    old_phone.get_by_role("link", name="Thôi nhớ xã, phường này").click()
    old_phone.get_by_role("button", name="Không nhớ gì").click()
    old_phone.goto("/thu-tuc/1-001193/")
    expect(old_phone.locator("dl.answers")).not_to_contain_text(COUNTER)


def test_without_script_it_is_the_same(screens):
    page = screens(java_script_enabled=False).new_page()
    page.goto("/thu-tuc/1-001193/")
    _says(page, TODAY)
    expect(page.get_by_role("heading", name=f"Nộp ở đâu tại {TODAY}")).to_be_visible()
