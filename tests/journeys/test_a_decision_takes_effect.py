"""From an appendix that a writer pastes in December to the midnight of the first of March on which it takes effect, and
back: a writer, a checker and a publisher of one department, the list of the State that changes meanwhile, citizens."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copytree
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.fixtures import COMPUTER, PHONE
from tests.editors import code_of
from tests.machine_clock import ahead, living_from
from tests.portal_process import manage, running_portal

pytestmark = pytest.mark.browser

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
WRITTEN, MIDNIGHT = datetime(2026, 12, 1, 9, 0, tzinfo=HANOI), datetime(2027, 3, 1, 0, 0, 30, tzinfo=HANOI)
AGENCY, NUMBER = "Sở Tư pháp", "345/QĐ-UBND"
ROLES = {"soan.tuphap": "writer", "tham.tuphap": "checker", "congbo.tuphap": "publisher"}
PASSWORD = "mot-mat-khau-rat-dai"
#: Code → the limit that the appendix cuts, and to what.
CUTS = {
    "1.001022": ("3 ngày làm việc", "2 ngày làm việc"),
    "1.004837": ("3 ngày làm việc", "2 ngày làm việc"),
    "1.004859": ("3 ngày làm việc", "2,5 ngày làm việc"),
    "1.004873": ("3 ngày làm việc", "1 ngày làm việc"),
    "1.004884": ("5 ngày làm việc", "3 ngày làm việc"),
    "2.001016": ("2 ngày làm việc", "1 ngày làm việc"),
    "2.001019": ("2 ngày làm việc", "1 ngày làm việc"),
    "2.001035": ("2 ngày làm việc", "1 ngày làm việc"),
    "2.002038": ("85 ngày", "60 ngày"),
}
#: Those that the checker corrects, that the State changes meanwhile, and that the decision ends.
CORRECTED, MEANWHILE = "2.001035", "1.004884"
ENDED = ("2.000829", "2.000908", "2.000815")


@dataclass
class Portal:
    """A portal in a folder, the secrets of its people, and the moment at which it was started."""

    folder: Path
    browser: Browser
    secrets: dict[str, str]
    address: str = ""
    moment: datetime = WRITTEN

    @contextmanager
    def running(self, moment: datetime) -> Iterator["Portal"]:
        """Runs for as long as it is in use, for the first time or after a stop."""
        with running_portal(self.folder, **living_from(moment)) as self.address:
            self.moment = moment
            yield self

    def at_the_desk(self, name: str) -> Page:
        """The screen of somebody who has signed in."""
        page = self.screen(**COMPUTER)
        page.goto("/quan-tri/")
        page.get_by_label("Tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
        page.get_by_label("Mã xác nhận").fill(code_of(self.secrets[name], -ahead(self.moment)))
        page.get_by_role("button", name="Tiếp tục").click()
        page.wait_for_url("**/quan-tri/")
        return page

    def screen(self, **more: object) -> Page:
        return self.browser.new_context(base_url=self.address, locale="vi-VN", **more).new_page()

    def phone(self) -> Page:
        """A citizen's, which runs no script."""
        return self.screen(**PHONE, java_script_enabled=False)


@pytest.fixture
def portal(demo_portal, tmp_path, browser) -> Portal:
    """One in which three people work for the department."""
    folder = Path(copytree(demo_portal, tmp_path / "portal"))
    lines = (
        "from agencies.models import Agency, Role",
        "from tests.editors import member, with_application",
        f"agency = Agency.objects.get(name={AGENCY!r})",
        f"people = {{name: member(Role(role), agency, name) for name, role in {ROLES!r}.items()}}",
        f"[(each.set_password({PASSWORD!r}), each.save()) for each in people.values()]",
        "import json; print(json.dumps({name: with_application(each) for name, each in people.items()}))",
    )
    said = manage(folder, "shell", "--no-imports", "-c", "\n".join(lines)).stdout
    return Portal(folder, browser, json.loads(said.splitlines()[-1]))


def appendix(names: dict[str, str]) -> str:
    """The table as it is copied out of a document, with what people write in such tables."""
    head = "STT\tMã TTHC\tTên thủ tục hành chính\tThời hạn giải quyết\tThời hạn sau cắt giảm\n"
    cut = f"A\tTHỦ TỤC HÀNH CHÍNH ĐƯỢC CẮT GIẢM THỜI HẠN GIẢI QUYẾT ({len(CUTS):02} TTHC)\t\t\t\n"
    cuts = (f"{n}\t{code}\t{names[code]}\t{old}\t{new}\n" for n, (code, (old, new)) in enumerate(CUTS.items(), 1))
    end = f"B\tTHỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ ({len(ENDED):02} TTHC)\t\t\t\n"
    ends = (f"{n}\t{code}\t{names[code]}\t\t\n" for n, code in enumerate(ENDED, 1))
    return "".join((head, cut, *cuts, end, *ends))


def api(page: Page, code: str, on: str = "") -> dict[str, object]:
    """What the API says of a procedure."""
    return page.request.get(f"/api/v1/procedures/{code}" + (f"?ngay={on}" if on else "")).json()


def test_x(portal):
    with portal.running(WRITTEN):
        phone = portal.phone()
        names = {code: api(phone, code)["name"] for code in (*CUTS, *ENDED)}
        page = portal.at_the_desk("soan.tuphap")
        page.goto("/quan-tri/quyet-dinh/")
        page.get_by_role("link", name="Lập quyết định").click()
        print(page.locator("main form").last.inner_text())
        page.locator("[name=number]").fill(NUMBER)
        page.locator("[name=summary]").fill("Cắt giảm thời hạn, bãi bỏ thủ tục lĩnh vực hộ tịch, chứng thực")
        page.locator("[name=signed_on]").fill("25/11/2026")
        page.keyboard.press("Tab")
        page.locator("[name=effective_on]").fill("01/03/2027")
        page.keyboard.press("Tab")
        page.get_by_role("button", name="Lưu", exact=True).click()
        page.get_by_role("link", name="Thêm dòng từ phụ lục").click()
        page.locator("[name=pasted]").fill(appendix(names))
        page.get_by_role("button", name="Đọc và thêm dòng").click()
        print(page.locator("main").inner_text())
