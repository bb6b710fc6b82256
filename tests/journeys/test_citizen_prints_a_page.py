"""A citizen prints a procedure from the browser: everything folded lies open, what only works on a screen is gone."""

import re
import shutil
import subprocess
import unicodedata

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import LONGEST_PROCEDURE
from tests.parts import missing

pytestmark = pytest.mark.browser

PARTS = ".papers label, .papers > ul > li > p, .steps p, .channels td, .fact-list dd"


def without_spaces(text: str) -> str:
    """A text as it is compared: composed letters, no spaces, since a line may break anywhere."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(params=[LONGEST_PROCEDURE, "/thu-tuc/1-001193-thu-tuc-dang-ky-khai-sinh/"], ids=["longest", "births"])
def procedure(request, computer) -> Page:
    """A procedure's page as it would go to the printer."""
    computer.goto(request.param)
    computer.emulate_media(media="print")
    return computer


@pytest.fixture
def paper(procedure, tmp_path) -> str:
    """The text on the printed sheets."""
    if shutil.which("pdftotext") is None:
        missing("pdftotext (gói Debian: poppler-utils)")
    file = tmp_path / "page.pdf"
    procedure.pdf(path=file, prefer_css_page_size=True)
    return subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout


def test_every_paper_and_every_step_is_on_the_sheets(procedure, paper):
    printed = without_spaces(paper)
    texts = procedure.locator(".papers label, .steps p, .steps h3").evaluate_all(
        "all => all.flatMap(each => [...each.childNodes].map(node => node.textContent.trim())).filter(Boolean)"
    )
    assert len(texts) > 10
    assert [text for text in texts if without_spaces(text) not in printed] == []


def test_nothing_stays_folded(procedure):
    hidden = procedure.locator(PARTS).evaluate_all(
        "all => all.filter(each => !each.checkVisibility() || !each.getBoundingClientRect().height)"
        ".map(each => each.textContent.trim())"
    )
    assert hidden == []


def test_no_text_is_printed_twice(procedure, paper):
    printed = without_spaces(paper)
    for text in procedure.locator(".steps p").all_text_contents():
        if len(text) > 60 and procedure.get_by_text(text, exact=True).count() == 1:
            assert printed.count(without_spaces(text)[:50]) == 1, text


def test_menus_buttons_and_footers_are_not_printed(procedure, paper):
    for furniture in (".site-header", ".site-footer", ".demo-line", ".actions .button", ".skip-link"):
        expect(procedure.locator(furniture).first).to_be_hidden()
    assert "Menu" not in paper
    assert "Đường dây nóng" not in paper
    assert "Chép địa chỉ" not in paper


def test_the_sheet_says_whose_it_is_and_where_the_newest_is(procedure, paper):
    assert "Cổng thông tin thủ tục hành chính tỉnh Trường Sơn" in unicodedata.normalize("NFC", paper)
    expect(procedure.locator("figure svg[role=img]")).to_be_visible()
    assert without_spaces(procedure.locator("figcaption a").inner_text()) in without_spaces(paper)


def test_a_browser_of_before_opens_what_is_folded_for_as_long_as_it_prints(computer):
    """One that does not know `::details-content` is told so here."""
    computer.add_init_script("CSS.supports = () => false")
    computer.goto(LONGEST_PROCEDURE)
    folded = computer.locator("details:not([open])")
    before = folded.count()
    computer.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(folded).to_have_count(0)
    computer.evaluate("dispatchEvent(new Event('afterprint'))")
    assert before > 0
    expect(folded).to_have_count(before)
