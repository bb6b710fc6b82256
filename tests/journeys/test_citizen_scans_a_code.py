"""A citizen scans the code on a notice, or types it."""

import shutil
import subprocess

import pytest
from playwright.sync_api import Page, expect

from procedures_catalog.facts.short_code import ALPHABET
from tests.parts import missing

pytestmark = pytest.mark.browser

NAME = "Đăng ký khai sinh"


@pytest.fixture
def procedure(phone) -> Page:
    """A procedure with its code laid open."""
    phone.goto("/tim-kiem/?q=giay+khai+sinh")
    phone.get_by_role("link", name=NAME, exact=True).click()
    phone.get_by_text("Mã QR của trang này").click()
    return phone


def printed_address(page: Page) -> str:
    """The address written under the picture."""
    return page.locator("figcaption a").inner_text()


def with_one_wrong_character(code: str) -> str:
    """The code as a hasty hand types it."""
    other = ALPHABET[(ALPHABET.index(code[2]) + 1) % len(ALPHABET)]
    return code[:2] + other + code[3:]


def test_a_camera_reads_the_address_that_is_written_below(procedure, tmp_path):
    if shutil.which("zbarimg") is None:
        missing("zbarimg (gói Debian: zbar-tools)")
    picture = tmp_path / "code.png"
    procedure.get_by_role("img", name=f"Mã QR mở trang {NAME}").screenshot(path=picture)
    read = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True)
    assert read.stdout.strip() == printed_address(procedure)


def test_the_address_on_paper_leads_to_the_procedure(procedure, old_phone):
    old_phone.goto(printed_address(procedure))
    expect(old_phone.get_by_role("heading", level=1)).to_have_text(NAME)


def test_a_code_typed_in_small_letters_with_spaces_leads_there_too(procedure, old_phone):
    code = printed_address(procedure).rsplit("/", 1)[1].lower()
    old_phone.goto("/q/")
    old_phone.get_by_label("Mã trên tờ niêm yết").fill(f"{code[:4]} {code[4:]}")
    old_phone.get_by_role("button", name="Mở").click()
    expect(old_phone.get_by_role("heading", level=1)).to_have_text(NAME)


def test_a_mistyped_code_opens_no_other_procedure_but_a_page_of_help(procedure, old_phone):
    code = printed_address(procedure).rsplit("/", 1)[1]
    wrong = with_one_wrong_character(code)
    assert old_phone.goto(f"/q/{wrong}").status == 404
    expect(old_phone.get_by_role("heading", level=1)).to_have_text(f"Không mở được mã {wrong}")
    expect(old_phone.get_by_text("ít nhất một chữ gõ nhầm")).to_be_visible()


def test_after_a_mistyped_code_one_puts_it_right_in_place(procedure, old_phone):
    code = printed_address(procedure).rsplit("/", 1)[1]
    old_phone.goto(f"/q/{with_one_wrong_character(code)}")
    old_phone.get_by_label("Mã trên tờ niêm yết").fill(code)
    old_phone.get_by_role("button", name="Mở").click()
    expect(old_phone.get_by_role("heading", level=1)).to_have_text(NAME)


def test_the_page_for_typing_accuses_nobody_before_anything_is_typed(old_phone):
    old_phone.goto("/q/")
    expect(old_phone.get_by_role("heading", level=1)).to_have_text("Mở thủ tục bằng mã")
    expect(old_phone.get_by_text("chưa từng cấp mã này")).to_have_count(0)


def test_a_code_goes_into_the_search_box_as_well(procedure, old_phone):
    code = printed_address(procedure).rsplit("/", 1)[1]
    old_phone.goto("/")
    old_phone.get_by_label("Bạn cần làm việc gì?").fill(code)
    old_phone.get_by_role("button", name="Tìm").click()
    expect(old_phone.get_by_role("link", name=NAME, exact=True)).to_be_visible()
