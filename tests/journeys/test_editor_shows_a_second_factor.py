"""Somebody who works at the desk sets up an application, then a key, and signs in by each; without either he is let in
nowhere."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from cms.demo.editors import PASSWORD as DEMO_PASSWORD
from tests.browser.judging import grave_violations, overhang, small_targets
from tests.browser.walls import sign_in
from tests.editors import code_of
from tests.portal_process import manage

pytestmark = pytest.mark.browser
NAME, PASSWORD = "nguoi-giu-cong", "mot-mat-khau-rat-dai"
#: A key of the machine itself that asks for a finger, and gets it.
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def there(changing_portal) -> str:
    """The portal under a name: a key belongs to a name, not to a number."""
    return changing_portal.address.replace("127.0.0.1", "localhost")


@pytest.fixture
def account(changing_portal) -> str:
    """An administrator's account that is none of the demonstration's, anew for each test."""
    code = (
        f"from cms.models import Editor; Editor.objects.filter(username='{NAME}').delete(); "
        f"Editor.objects.create_superuser('{NAME}', 'giu-cong@tinh.example', '{PASSWORD}')"
    )
    manage(changing_portal.folder, "shell", "-v0", "-c", code)
    return NAME


def give_password(page: Page, there: str) -> None:
    page.goto(f"{there}/quan-tri/")
    page.get_by_label("Tên đăng nhập").fill(NAME)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def plug_in_a_key(context: BrowserContext, page: Page) -> None:
    told = context.new_cdp_session(page)
    told.send("WebAuthn.enable")
    told.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def test_by_an_application_and_by_a_code_on_paper(screens, there, account):
    page = screens().new_page()
    give_password(page, there)
    expect(page.get_by_text("đặt xong mới vào được bàn làm việc")).to_be_visible()
    page.goto(f"{there}/quan-tri/pages/")
    expect(page).to_have_url(f"{there}/tai-khoan/")
    page.get_by_role("link", name="Đặt ứng dụng sinh mã").click()
    expect(page.get_by_alt_text("Mã QR để thêm tài khoản vào ứng dụng")).to_be_visible()
    secret = page.locator("code").inner_text()
    page.get_by_label("Mã 6 số mà ứng dụng đang hiện").fill(code_of(secret))
    page.get_by_role("button", name="Xong").click()
    on_paper = page.locator("main li code").first.inner_text()
    page.get_by_role("link", name="Vào bàn làm việc").click()
    expect(page).to_have_url(re.compile("/quan-tri/pages/"))

    elsewhere = screens().new_page()
    give_password(elsewhere, there)
    elsewhere.get_by_label("Mã xác nhận").fill("000000")
    elsewhere.get_by_role("button", name="Tiếp tục").click()
    expect(elsewhere.get_by_role("alert")).to_contain_text("máy chủ ghi")
    elsewhere.get_by_label("Mã xác nhận").fill(on_paper)
    elsewhere.get_by_role("button", name="Tiếp tục").click()
    expect(elsewhere).to_have_url(f"{there}/quan-tri/")


def test_by_a_key_after_the_password_and_in_its_place(screens, there, account):
    context = screens()
    page = context.new_page()
    plug_in_a_key(context, page)
    give_password(page, there)
    page.get_by_role("link", name="Thêm khóa bảo mật").click()
    page.get_by_label("Tên để bạn nhận ra khóa này").fill("Máy ở cơ quan")
    page.get_by_role("button", name="Thêm khóa").click()
    expect(page.get_by_role("heading", name="Mã dự phòng")).to_be_visible()
    page.goto(f"{there}/tai-khoan/")
    expect(page.get_by_role("main")).to_contain_text("Máy ở cơ quan, dùng thay mật khẩu")
    page.get_by_role("button", name="Đăng xuất", exact=True).click()

    give_password(page, there)
    page.get_by_role("button", name="Dùng khóa bảo mật").click()
    expect(page).to_have_url(f"{there}/quan-tri/")

    page.goto(f"{there}/tai-khoan/")
    page.get_by_role("button", name="Đăng xuất", exact=True).click()
    page.goto(f"{there}/quan-tri/reports/site-history/")
    page.get_by_role("button", name="Đăng nhập bằng khóa bảo mật").click()
    expect(page).to_have_url(f"{there}/quan-tri/reports/site-history/")


def test_a_browser_without_the_key_is_told_so_in_words(screens, there, account):
    context = screens()
    page = context.new_page()
    told = context.new_cdp_session(page)
    told.send("WebAuthn.enable")
    told.send("WebAuthn.addVirtualAuthenticator", {"options": KEY | {"automaticPresenceSimulation": True}})
    page.goto(f"{there}/tai-khoan/dang-nhap/")
    page.get_by_role("button", name="Đăng nhập bằng khóa bảo mật").click()
    expect(page.locator(".complaint")).to_contain_text("Trình duyệt không nhận được khóa")


@pytest.mark.parametrize("path", ["/tai-khoan/dang-nhap/", "/tai-khoan/quen-mat-khau/"])
def test_the_door_can_be_used_by_everybody(phone, path):
    phone.goto(path)
    assert grave_violations(phone) == []
    assert small_targets(phone) == []
    assert overhang(phone) == 0


def test_without_scripts_the_password_alone_is_asked_for(old_phone):
    old_phone.goto("/tai-khoan/dang-nhap/")
    expect(old_phone.get_by_role("button", name="Đăng nhập", exact=True)).to_be_visible()
    expect(old_phone.get_by_role("button", name="Đăng nhập bằng khóa bảo mật")).to_be_hidden()


def test_one_click_changes_the_person_and_going_back_shows_nothing_of_the_former(computer):
    sign_in(computer)
    computer.evaluate("localStorage.setItem('nhap', 'chữ của người trước')")
    computer.goto("/ban/?q=khai+sinh")
    computer.goto("/ban/so/")
    computer.get_by_role("button", name="Đổi người").click()
    expect(computer).to_have_url(re.compile(r"/tai-khoan/dang-nhap/\?next=%2Fban%2Fso%2F"))
    assert computer.evaluate("localStorage.getItem('nhap')") is None
    computer.go_back()
    expect(computer.get_by_label("Tên đăng nhập")).to_be_visible()
    computer.goto("/ban/so/")
    computer.get_by_label("Tên đăng nhập").fill("canbo")
    expect(computer.get_by_text("Đỗ Thị Cán", exact=True)).to_have_count(0)
    computer.get_by_label("Mật khẩu").fill(DEMO_PASSWORD)
    computer.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(computer).to_have_url(re.compile("/ban/so/$"))
