"""The administrator takes in two departments and a commune; one department's procedure is written, returned, put right
and published; the other one sees nothing of it before and everything public after; the log tells it all."""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from cms.demo.editors import PASSWORD as DEMO_PASSWORD
from tests.browser.fixtures import COMPUTER
from tests.editors import code_of
from tests.portal_process import manage

pytestmark = pytest.mark.browser

HERE, THERE = "Sở Công nghiệp nhẹ", "Sở Thủy lợi"
COMMUNE = "Ủy ban nhân dân xã Suối Mây"
COUNTER = "Trung tâm Phục vụ hành chính công xã Suối Mây"
PROCEDURE, CODE = "Cấp giấy xác nhận nghề dệt truyền thống", "9.654321"
REASON = "Tên thủ tục chưa đúng quyết định công bố."
RIGHTED = "Cấp giấy xác nhận làng nghề dệt truyền thống"
PASSWORD = "mot-mat-khau-rat-dai"
DEPARTMENT, UNIT = "Sở và cơ quan ngang sở", "Xã Suối Mây"


@dataclass(frozen=True)
class Person:
    """Somebody who works for an agency: what he signs in with, his name in two fields, his agency, his role there."""

    login: str
    family: str
    given: str
    agency: str
    role: str


WRITER = Person("soan.congnghiep", "Nguyễn Thị", "Soạn", HERE, "Soạn thảo")
CHECKER = Person("tham.congnghiep", "Trần Văn", "Thẩm", HERE, "Thẩm định")
PUBLISHER = Person("congbo.congnghiep", "Lê Công", "Bố", HERE, "Công bố")
NEIGHBOUR = Person("congbo.thuyloi", "Phạm Thị", "Lợi", THERE, "Công bố")
OFFICER = Person("canbo.suoimay", "Giàng A", "Mây", COUNTER, "Cán bộ một cửa")
PEOPLE = (WRITER, CHECKER, PUBLISHER, NEIGHBOUR, OFFICER)
#: Whom the log names, for doing what.
TOLD = (
    ("quantri", "row.create"),
    *((person.login, action) for person in PEOPLE for action in ("row.create", "sign_in")),
    (WRITER.login, "wagtail.workflow.start"),
    (CHECKER.login, "wagtail.workflow.reject"),
    (WRITER.login, "wagtail.workflow.resume"),
    (CHECKER.login, "wagtail.workflow.approve"),
    (PUBLISHER.login, "wagtail.publish"),
)


def new_row(page: Page, kind: str) -> None:
    page.goto(f"/quan-tri/snippets/agencies/{kind}/add/")


def choose(page: Page, field: str, name: str) -> None:
    """Picks a row by its name in the chooser of a field."""
    page.locator(f"#id_{field}-chooser").get_by_role("button", name=re.compile("^Chọn")).click()
    modal = page.locator(".modal-content")
    modal.locator("input[name=q]").fill(name)
    modal.get_by_role("link", name=name, exact=True).click()
    expect(page.locator(f"#id_{field}-chooser")).to_contain_text(name)


def save(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^(Lưu|Tạo)$")).last.click()


def make_agency(page: Page, name: str, kind: str, parent: str = "", unit: str = "") -> None:
    new_row(page, "agency")
    page.locator("[name=name]").fill(name)
    page.locator("[name=kind]").select_option(label=kind)
    if parent:
        choose(page, "parent", parent)
    if unit:
        choose(page, "unit", unit)
    save(page)


def make_unit(page: Page, name: str, code: str) -> None:
    new_row(page, "administrativeunit")
    page.locator("[name=name]").fill(name)
    page.locator("[name=code]").fill(code)
    page.locator("[name=kind]").select_option("commune")
    save(page)


def make_account(page: Page, person: Person) -> None:
    page.goto("/quan-tri/users/new/")
    page.locator("[name=username]").fill(person.login)
    page.locator("[name=last_name]").fill(person.family)
    page.locator("[name=first_name]").fill(person.given)
    page.locator("[name=email]").fill(f"{person.login}@tinh.example")
    choose(page, "agency", person.agency)
    page.locator("#id_roles").get_by_label(person.role, exact=True).check()
    save(page)
    set_password_by_link(page)


def set_password_by_link(page: Page) -> None:
    """The administrator makes the link that the new account leads to; whoever gets it sets the password."""
    page.get_by_role("button", name="Tạo liên kết").click()
    page.goto(urlsplit(page.locator("#address").input_value()).path)
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=password2]").fill(PASSWORD)
    page.get_by_role("button", name="Đặt mật khẩu").click()


def give_password(page: Page, person: Person) -> None:
    page.goto("/quan-tri/")
    page.get_by_label("Tên đăng nhập").fill(person.login)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def set_up_application(page: Page) -> str:
    """Sets up the application that the desk asks for before it lets anybody in; the first of the codes on paper."""
    page.get_by_role("link", name="Đặt ứng dụng sinh mã").click()
    secret = page.locator("code").inner_text()
    page.get_by_label("Mã 6 số mà ứng dụng đang hiện").fill(code_of(secret))
    page.get_by_role("button", name="Xong").click()
    return page.locator("main li code").first.inner_text()


def sign_in_with_second_factor(page: Page, person: Person) -> Page:
    """For the first time, which at the desk leads nowhere but to the second factor; then again, by password and second
    factor."""
    give_password(page, person)
    if person is not OFFICER:  # whom the province may let in without
        page.goto("/quan-tri/pages/")
        expect(page).to_have_url(re.compile("/tai-khoan/$"))
    page.goto("/tai-khoan/")
    code = set_up_application(page)
    page.goto("/tai-khoan/")
    page.get_by_role("button", name="Đăng xuất", exact=True).click()
    give_password(page, person)
    page.get_by_label("Mã xác nhận").fill(code)
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url(re.compile("/(quan-tri|ban)/$"))
    return page


def open_own_shelf(page: Page, agency: str) -> None:
    """From the desk's pages through the catalogue to the agency's part of it."""
    page.goto("/quan-tri/pages/")
    page.get_by_role("link", name="“Danh mục thủ tục”").click()
    page.locator(".catalogue-shelves").get_by_role("link", name=agency).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(agency)


def choose_in_menu(page: Page, action: str) -> None:
    """Presses one of the form's buttons beside the one that saves."""
    page.locator("footer .w-dropdown__toggle").click()
    with page.expect_navigation():
        page.locator(f"button[name={action}]").click()


@pytest.fixture
def seat(own_portal, screens) -> Callable[[], Page]:
    """A computer at which somebody sits down, of the journey's own portal."""
    return lambda: screens(**COMPUTER | {"base_url": own_portal.address}).new_page()


@pytest.fixture
def administrator(seat) -> Page:
    page = seat()
    page.goto("/quan-tri/")
    page.get_by_label("Tên đăng nhập").fill("quantri")
    page.get_by_label("Mật khẩu").fill(DEMO_PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url("**/quan-tri/")
    return page


def test_from_two_departments_and_a_commune_to_a_published_procedure_and_a_log_that_tells_it(
    own_portal, administrator, seat, old_phone, tmp_path
):
    take_in(administrator)
    people = {each: sign_in_with_second_factor(seat(), each) for each in PEOPLE}
    write(people[WRITER])
    address = send_back(people[CHECKER])
    sees_nothing(people[NEIGHBOUR], address)
    reads_nothing(old_phone, own_portal.address)
    put_right(people[WRITER])
    approve(people[CHECKER])
    approve(people[PUBLISHER])  # the last step publishes
    reads(old_phone, own_portal.address)
    reads(people[NEIGHBOUR], own_portal.address)
    may_not_write(people[NEIGHBOUR], address)
    finds_it_for_the_wall(people[OFFICER])
    the_log_tells(administrator)
    a_row_changed_by_sql_is_found(own_portal.folder, tmp_path / "copy")


def take_in(page: Page) -> None:
    """The administrator makes the agencies and the accounts."""
    make_agency(page, HERE, DEPARTMENT)
    make_agency(page, THERE, DEPARTMENT)
    make_unit(page, UNIT, "99901")
    make_agency(page, COMMUNE, "Ủy ban nhân dân cấp xã", unit=UNIT)
    make_agency(page, COUNTER, "Trung tâm Phục vụ hành chính công, bộ phận một cửa", parent=COMMUNE, unit=UNIT)
    for person in PEOPLE:
        make_account(page, person)


def write(page: Page) -> None:
    open_own_shelf(page, HERE)
    page.locator("a[href*='/add_subpage/']").first.click()
    page.wait_for_url("**/pages/add/procedures_catalog/procedurepage/**")
    page.get_by_label("Tên ngắn trên trang").fill(PROCEDURE)
    page.get_by_label("Mã thủ tục", exact=False).first.fill(CODE)
    choose_in_menu(page, "action-submit")


def send_back(page: Page) -> str:
    """The checker asks for another name, and says why; where the form is."""
    page.goto("/quan-tri/")
    page.get_by_role("link", name=PROCEDURE).first.click()
    page.wait_for_url("**/edit/")
    page.locator("footer .w-dropdown__toggle").click()
    page.locator("[data-workflow-action-name=reject]").click()
    page.locator(".modal-content textarea").fill(REASON)
    with page.expect_navigation():
        page.locator(".modal-content").get_by_role("button", name="Yêu cầu sửa").click()
    return f"/quan-tri/pages/{re.search(r'/pages/([0-9]+)/', page.url)[1]}/edit/"


def put_right(page: Page) -> None:
    """The writer reads the reason on the front page and above the form, corrects the name and sends it again."""
    page.goto("/quan-tri/")
    expect(page.get_by_role("main")).to_contain_text(REASON)
    page.get_by_role("link", name=PROCEDURE).first.click()
    expect(page.get_by_role("main")).to_contain_text(REASON)
    page.get_by_label("Tên ngắn trên trang").fill(RIGHTED)
    choose_in_menu(page, "action-submit")


def approve(page: Page) -> None:
    """Takes the step that waits for whoever sits here: the checker's, then the publisher's."""
    page.goto("/quan-tri/")
    page.get_by_role("link", name=RIGHTED).first.click()
    page.wait_for_url("**/edit/")
    with page.expect_navigation():
        page.locator("footer [data-workflow-action-name=approve]").first.click()


def sees_nothing(page: Page, address: str) -> None:
    """Neither by searching nor by the form's address."""
    page.goto(f"/quan-tri/pages/search/?q={CODE}")
    expect(page.get_by_role("main")).not_to_contain_text(PROCEDURE)
    assert page.goto(address).status in (302, 403, 404)
    expect(page.locator("body")).not_to_contain_text(PROCEDURE)


def may_not_write(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#page-edit-form")).to_have_count(0)


def _found(page: Page, portal: str) -> Locator:
    page.goto(f"{portal}/tim-kiem/?q={CODE}")
    return page.get_by_role("main").get_by_role("link", name=re.compile("dệt truyền thống"))


def reads_nothing(page: Page, portal: str) -> None:
    expect(_found(page, portal)).to_have_count(0)


def reads(page: Page, portal: str) -> None:
    _found(page, portal).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(RIGHTED)


def finds_it_for_the_wall(page: Page) -> None:
    page.goto(f"/ban/?q={CODE}")
    expect(page.get_by_role("main")).to_contain_text(RIGHTED)


def the_log_tells(page: Page) -> None:
    """Who was given what, who set up a second factor and signed in, who wrote, returned and published."""
    for who, what in TOLD:
        page.goto(f"/quan-tri/bao-cao/nhat-ky/?{urlencode({'actor_name': who, 'action': what})}")
        expect(page.locator("main tbody tr").first).to_contain_text(who)


def a_row_changed_by_sql_is_found(folder: Path, elsewhere: Path) -> None:
    """The log verifies; in a copy of it somebody who can write in the database takes the guards away, and is found."""
    assert "Chuỗi nguyên vẹn" in manage(folder, "verify_log").stdout
    shutil.copytree(folder, elsewhere)
    with closing(sqlite3.connect(elsewhere / "portal.sqlite3")) as database, database:
        database.execute("DROP TRIGGER audit_row_unchanged")
        changed = "SELECT min(number) FROM audit_logrow WHERE actor_name LIKE ?"
        (number,) = database.execute(changed, (f"%{NEIGHBOUR.login}%",)).fetchone()
        database.execute("UPDATE audit_logrow SET actor_name = 'ai khác' WHERE number = ?", (number,))
    with pytest.raises(subprocess.CalledProcessError) as refused:
        manage(elsewhere, "verify_log")
    assert str(number) in refused.value.stderr
