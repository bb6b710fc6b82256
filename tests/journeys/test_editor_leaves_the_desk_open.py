"""An administrator leaves a form open: that is no work, the end is told before it comes, and nothing typed is lost."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

COOKIE = "phien-lam-viec"
#: The desk tells every ten seconds that the form is open.
LONGER_THAN_A_PING = 12_000


def _cookie(page: Page) -> str:
    return next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == COOKIE)


def _let_time_go_by(page: Page, seconds: int) -> None:
    """For the screen alone, whose cookie tells of work so long ago; the server believes no cookie changed by hand."""
    page.evaluate(
        """([name, seconds]) => {
          const value = document.cookie.split(`${name}=`)[1].split(";")[0].replaceAll('"', "");
          const [seen, ...rest] = value.split(".");
          document.cookie = `${name}=${seen - seconds}.${rest.join(".")}; path=/`;
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        [COOKIE, seconds],
    )


def test_an_open_form_is_no_work_and_its_end_is_told(desk):
    page = desk("quantri")
    with page.expect_response("**/editing-sessions/ping/**"):
        page.goto("/quan-tri/pages/3/edit/")
    page.wait_for_load_state("networkidle")
    before = _cookie(page)
    with page.expect_response("**/editing-sessions/ping/**", timeout=2 * LONGER_THAN_A_PING):
        pass
    assert _cookie(page) == before

    notice = page.locator(".session-end")
    expect(notice).to_be_hidden()
    _let_time_go_by(page, 4 * 60 + 30)
    expect(notice).to_contain_text("sắp kết thúc")
    notice.get_by_role("button", name="Tiếp tục làm việc").click()
    expect(notice).to_be_hidden()

    title = page.locator("#id_title")
    title.fill("Chữ đang gõ dở")
    _let_time_go_by(page, 6 * 60)
    expect(notice).to_contain_text("đã kết thúc")
    expect(notice.get_by_role("link", name="Đăng nhập ở thẻ mới")).to_be_visible()
    page.evaluate("document.querySelector('[name=csrfmiddlewaretoken]').value = 'cu'")
    other = page.context.new_page()
    other.goto("/quan-tri/")
    other.close()
    expect(notice).to_be_hidden(timeout=10_000)
    expect(title).to_have_value("Chữ đang gõ dở")
    assert page.locator("[name=csrfmiddlewaretoken]").first.input_value() not in ("", "cu")
