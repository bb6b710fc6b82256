"""From an appendix that a writer pastes in December to the midnight of the first of March on which it takes effect, and
back: a writer, a checker and a publisher of one department, the list of the State that changes meanwhile, citizens."""

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copytree
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from cms.demo.editors import PASSWORD as DEMO_PASSWORD
from tests.browser.fixtures import COMPUTER, PHONE
from tests.browser.pictures import take_picture
from tests.browser.walls import pdf_after, print_board, sign_in_for
from tests.editors import code_of
from tests.machine_clock import ahead, living_from
from tests.portal_process import ROOT, manage, running_portal
from tests.procedures_catalog.factories import channel

pytestmark = pytest.mark.browser

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
WRITTEN, MIDNIGHT = datetime(2026, 12, 1, 9, 0, tzinfo=HANOI), datetime(2027, 3, 1, 0, 0, 30, tzinfo=HANOI)
AGENCY, NUMBER = "Sở Tư pháp", "345/QĐ-UBND"
ROLES = {"soan.tuphap": "writer", "tham.tuphap": "checker", "congbo.tuphap": "publisher"}
DEMONSTRATION = ROOT / "cms/demo/procedures/ho-tich.json"
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
CHANGE = "5 → 3 ngày làm việc"
#: What the appendix leaves to be asked; what the State changes meanwhile, and how long it takes before and after.
ASKED, MEANWHILE, BEFORE, AFTER = "1.004859", "1.004884", "5 ngày làm việc", "3 ngày làm việc"
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

    def demonstrator(self, name: str) -> Page:
        """The same of one of the demonstration's accounts, which need no telephone."""
        page = self.screen(**COMPUTER)
        page.goto("/quan-tri/")
        page.get_by_label("Tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu").fill(DEMO_PASSWORD)
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
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


def api(page: Page, code: str, on: str = "") -> dict[str, Any]:
    """What the API says of a procedure, today or on a day."""
    answer: dict[str, Any] = page.request.get(f"/api/v1/procedures/{code}", params={"ngay": on} if on else {}).json()
    return answer


def limit(page: Page, code: str, on: str = "") -> str:
    """How long the API says it takes."""
    return next(str(each["text"]) for each in api(page, code, on)["answers"] if each["key"] == "time")


def test_an_appendix_is_pasted_corrected_approved_announced_applied_and_taken_back(portal, tmp_path):
    with portal.running(WRITTEN):
        phone, officer = portal.phone(), sign_in_for(portal.screen(**COMPUTER), "Phường Trường An")
        names = {code: api(phone, code)["name"] for code in (*CUTS, *ENDED)}
        print_board(officer, [MEANWHILE, ENDED[1]], "cửa vào")
        writer, checker, publisher = (portal.at_the_desk(name) for name in ROLES)
        address = write(writer, appendix(names))
        correct(checker, address)
        bring_on_its_way(writer, checker, publisher)
        reads_beforehand(phone)
        the_state_changes_it(portal, tmp_path)
        is_asked(portal.demonstrator("duyet"), portal.demonstrator("quantri"))
        assert limit(phone, MEANWHILE) == BEFORE
    with portal.running(MIDNIGHT):
        phone, officer = portal.phone(), sign_in_for(portal.screen(**COMPUTER), "Phường Trường An")
        is_in_force(phone)
        is_told(phone)
        is_on_paper(phone)
        hangs_wrong(officer)
        was_otherwise_the_day_before(phone)
        take_back(portal.at_the_desk("congbo.tuphap"))
        is_as_before(phone, officer)


def write(page: Page, pasted: str) -> str:
    """The writer enters the decision and pastes its appendix; where it stands."""
    page.goto("/quan-tri/quyet-dinh/")
    page.get_by_role("link", name="Lập quyết định").click()
    page.locator("[name=number]").fill(NUMBER)
    page.locator("[name=summary]").fill("Cắt giảm thời hạn, bãi bỏ thủ tục hộ tịch, chứng thực")
    for field, day in (("signed_on", "25/11/2026"), ("effective_on", "01/03/2027")):
        page.locator(f"[name={field}]").fill(day)
        page.keyboard.press("Tab")
    page.get_by_role("button", name="Lưu", exact=True).click()
    address = page.url
    page.get_by_role("link", name="Thêm dòng từ phụ lục").click()
    page.locator("[name=pasted]").fill(pasted)
    page.get_by_role("button", name="Đọc và thêm dòng").click()
    expect(page.locator("main")).to_contain_text("12 dòng (bãi bỏ: 3; cắt giảm thời hạn, phí: 9)")
    expect(page.locator("main")).to_contain_text("Còn hỏi ở 1 dòng")
    return address


def correct(page: Page, address: str) -> None:
    """The checker follows what is asked to its line, and says that the appendix means some ways of filing alone."""
    page.goto(f"{address}?con-hoi")
    page.locator("#lines").scroll_into_view_if_needed()
    take_picture(page, "dong-con-hoi")
    page.get_by_role("link", name=re.compile(ASKED)).click()
    page.locator("[name=is_partly]").check()
    page.get_by_role("button", name="Lưu dòng này").first.click()
    page.goto(address)
    expect(page.locator("main")).to_contain_text("Không còn gì phải hỏi")


def bring_on_its_way(writer: Page, checker: Page, publisher: Page) -> None:
    """From the decision's page to the approval, each at his own screen."""
    writer.reload()
    writer.get_by_role("button", name="Lập gói thay đổi từ các dòng").click()
    address = writer.url
    writer.get_by_role("button", name="Gửi thẩm định").click()
    for page, button in ((checker, "Thẩm định xong"), (publisher, "Duyệt 12 thủ tục")):
        page.goto("/quan-tri/")
        take_picture(page, "trang-dau")
        page.get_by_role("link", name=re.compile("gói thay đổi hẹn ngày chờ")).click()
        page.locator(f"main a[href$='{urlsplit(address).path}']").first.click()
        looks_ahead(page)
        page.get_by_role("button", name=button).click()
    expect(publisher.locator("main")).to_contain_text("Đã duyệt, chờ đến ngày")


def looks_ahead(page: Page) -> None:
    """Sees the pages of the first of March before they are public, and comes back."""
    take_picture(page, "goi-thay-doi")
    page.get_by_role("link", name="Xem trước cổng vào ngày 01/03/2027").click()
    take_picture(page, "xem-truoc")
    page.get_by_role("link", name="Đăng ký lại khai sinh").click()
    expect(page.locator(".answers")).to_contain_text(AFTER)
    expect(page.get_by_role("main")).to_contain_text("Xem trước, chưa công bố")
    page.go_back()
    page.get_by_role("link", name="Trở lại gói thay đổi").click()


def reads_beforehand(phone: Page) -> None:
    """A citizen reads today's limit, and what it will be from which day on."""
    phone.goto(f"/tim-kiem/?q={MEANWHILE}")
    phone.get_by_role("main").get_by_role("link", name=re.compile("khai sinh")).first.click()
    notice = phone.locator(".notice[data-kind=coming]")
    expect(notice).to_contain_text("01/03/2027")
    expect(notice).to_contain_text(f"{BEFORE} → {AFTER}")
    notice.scroll_into_view_if_needed()
    take_picture(phone, "bao-truoc")
    assert limit(phone, MEANWHILE) == BEFORE


def the_state_changes_it(portal: Portal, folder: Path) -> None:
    """The nightly list of the State says another limit where the decision does; it waits at the desk."""
    record = next(each for each in json.loads(DEMONSTRATION.read_text("utf-8")) if each["Mã thủ tục"] == MEANWHILE)
    own = record.pop("Của tỉnh")
    assert own
    record["Cách thức thực hiện"] = [channel("DIRECT", "4 WORKING_DAY")]
    file = folder / "quoc-gia.jsonl"
    file.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    manage(portal.folder, "import_procedures", str(file), "--part", **living_from(WRITTEN))


def is_asked(keeper: Page, another: Page) -> None:
    """Who keeps the catalogue reads which decision will change the same part, and keeps the province's text; another
    approves."""
    for page, button in ((keeper, "Giữ nội dung của tỉnh"), (another, "Duyệt và công bố những gì đã chọn")):
        page.goto("/quan-tri/")
        page.get_by_role("link", name=re.compile("lần nhập dữ liệu chờ xem và duyệt")).click()
        page.locator("main table a").first.click()
        expect(page.locator("main")).to_contain_text("sẽ đổi phần này từ ngày 01/03/2027")
        take_picture(page, "nhap-du-lieu")
        page.get_by_role("button", name=button).first.click()
    expect(another.locator("main")).to_contain_text("Đã duyệt")


def is_in_force(phone: Page) -> None:
    """Page, search and API of the first of March say what the decision says; what it ended says so."""
    phone.goto(f"/tim-kiem/?q={MEANWHILE}")
    phone.get_by_role("main").get_by_role("link", name=re.compile("khai sinh")).first.click()
    expect(phone.locator(".answers")).to_contain_text(AFTER)
    expect(phone.locator(".notice[data-kind=coming]")).to_have_count(0)
    for code, (_, after) in CUTS.items():
        if code != ASKED:
            assert limit(phone, code) == after
    for code in ENDED:
        phone.goto(f"/tim-kiem/?q={code}")
        expect(phone.get_by_role("main")).to_contain_text("Đã bãi bỏ")
        assert api(phone, code)["state"] != "current"


def is_told(phone: Page) -> None:
    """What changed today is on the page of the day, and in the feed of the procedure's sector and of the procedure."""
    phone.goto("/cap-nhat/")
    expect(phone.get_by_role("main")).to_contain_text("Đăng ký lại khai sinh")
    expect(phone.get_by_role("main")).to_contain_text(CHANGE)
    address = urlsplit(str(api(phone, MEANWHILE)["url"])).path
    for feed in ("/thu-tuc.atom", f"{address}thay-doi.atom", "/cap-nhat/zalo.txt"):
        assert CHANGE in phone.request.get(feed).text()


def is_on_paper(phone: Page) -> None:
    """The sheet that an officer would print says it."""
    phone.goto(str(api(phone, MEANWHILE)["url"]))
    pdf = pdf_after(phone, phone.get_by_role("link", name="In phiếu").click)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())
    assert AFTER in text


def hangs_wrong(officer: Page) -> None:
    """The board that hangs on the commune's wall has to be replaced."""
    officer.goto("/ban/so/")
    expect(officer.get_by_role("heading", name="Phải thay: 1 tờ")).to_be_visible()


def was_otherwise_the_day_before(phone: Page) -> None:
    """On the last day of February it was as it had been."""
    address = str(api(phone, MEANWHILE)["url"])
    phone.goto(f"{address}?ngay=2027-02-28")
    expect(phone.locator(".answers")).to_contain_text(BEFORE)
    assert limit(phone, MEANWHILE, "2027-02-28") == BEFORE
    assert api(phone, ENDED[0], "2027-02-28")["state"] == "current"


def take_back(page: Page) -> None:
    """Who approved takes the whole set back, and says why."""
    page.goto("/quan-tri/thay-doi-hen-ngay/?trang-thai=xong")
    page.locator("main table a").first.click()
    page.get_by_label("Lý do").fill("Ban hành nhầm phụ lục.")
    take_picture(page, "hoan-tac")
    page.get_by_role("button", name="Hoàn tác cả gói").click()
    expect(page.locator("main")).to_contain_text("Đã hoàn tác")


def is_as_before(phone: Page, officer: Page) -> None:
    """Everything says again what it said."""
    for code, (before, _) in CUTS.items():
        if code != ASKED:
            assert limit(phone, code) == before
    assert {str(api(phone, code)["state"]) for code in ENDED} == {"current"}
    officer.goto("/ban/so/")
    expect(officer.get_by_text("Không có tờ nào phải thay.")).to_be_visible()
