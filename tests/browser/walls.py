"""What the journeys about papers on walls share: an officer at the desk, an update of the national data, codes read off
a PDF as a telephone would."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import zxingcpp
from playwright.sync_api import Page

from cms.demo.editors import PASSWORD
from tests.portal_process import ROOT, manage

SCALE = 2  # pixels a point: a code of 25 mm is 142 pixels wide


def sign_in(page: Page, username: str = "canbo") -> Page:
    """The desk of the demonstration's officer, or the choice of a commune for who has none."""
    page.goto("/ban/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url(lambda url: "dang-nhap" not in url)
    return page


def sign_in_for(page: Page, commune: str) -> Page:
    """The desk as the administrator, who belongs to no commune, uses it for one."""
    sign_in(page, "quantri")
    page.get_by_label("Xã, phường").select_option(commune)
    page.get_by_role("button", name="Làm việc cho nơi này").click()
    page.wait_for_url("**/ban/")
    return page


def pdf_after(page: Page, act: Callable[[], object]) -> bytes:
    """The PDF that the browser opens after something was done; a browser without a window saves it instead."""
    with page.expect_response(lambda response: urlsplit(response.url).path.endswith(".pdf")) as opened:
        act()
    answer = page.context.request.get(opened.value.url)
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def addresses_in(pdf: bytes) -> list[str]:
    """What a camera reads off each code of a PDF, page by page."""
    pages = pypdfium2.PdfDocument(pdf)
    pictures = [page.render(scale=SCALE).to_pil() for page in pages]
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]


def print_board(page: Page, codes: list[str], spot: str) -> bytes:
    """Prints a board with the procedures of these codes and notes in the ledger where it hangs."""
    page.get_by_role("link", name="In bảng, áp phích").click()
    page.get_by_label("Theo mã thủ tục").check()
    page.get_by_label("Mã thủ tục", exact=True).fill(", ".join(codes))
    page.get_by_label("Chỗ treo").fill(spot)
    page.get_by_role("button", name="In", exact=True).click()
    pdf = page.context.request.get(page.get_by_role("link", name="Mở tệp để in").get_attribute("href")).body()
    page.get_by_role("button", name="Đã treo").click()
    page.wait_for_url("**/ban/so/")
    return pdf


def rename(folder: Path, names: Mapping[str, str]) -> None:
    """Imports an update of the national data into a running portal that gives procedures (by code) other names."""
    files = (ROOT / "cms" / "demo" / "procedures").glob("*.json")
    objects = [raw for file in sorted(files) for raw in json.loads(file.read_text("utf-8"))]
    update = [raw | {"Tên thủ tục": names[raw["Mã thủ tục"]]} for raw in objects if raw["Mã thủ tục"] in names]
    path = folder / "update.jsonl"
    path.write_text("\n".join(json.dumps(raw, ensure_ascii=False) for raw in update), "utf-8")
    manage(folder, "import_procedures", str(path), "--publish")
