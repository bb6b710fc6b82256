"""How long an officer at a weak computer waits, from the first key to the sheet, the browser's processor slowed down.

Works on a copy of the portal that PORTAL_DATA_DIR names, which runs on the same machine at its full speed; prints JSON.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import django
from playwright.sync_api import BrowserContext, sync_playwright

django.setup()

from cms.demo.editors import PASSWORD  # noqa: E402 - Django must be set up first
from tests.browser.fixtures import ARGUMENTS, COMPUTER  # noqa: E402
from tests.browser.walls import sign_in  # noqa: E402
from tests.portal_process import manage, running_portal  # noqa: E402

SLOWER = 6  # about a telephone of the middle class, or an office computer of 2012
TIMES = 7
#: What is typed → how often Enter is pressed: a code leads straight to the sheet, words to a list with the first
#: chosen.
TYPED = {"1.001193": 1, "khai sinh": 2}
OFFICER = f"""
from agencies.models import AdministrativeUnit, Agency, Role
from cms.access.giving import give
from cms.models import Editor
unit = AdministrativeUnit.objects.create(code="B0001", name="Xã Thử", kind="commune")
counter = Agency.objects.create(name="Một cửa xã Thử", kind="counter", unit=unit)
officer = Editor.objects.create_user("canbo", password="{PASSWORD}", agency=counter)
give(officer, Role.OFFICER, counter)
"""


def main() -> None:
    """What was typed → seconds of each time, sorted; null without a browser."""
    chromium = shutil.which("chromium")
    print(json.dumps(chromium and _waited(Path(os.environ["PORTAL_DATA_DIR"]), chromium)))


def _waited(portal: Path, chromium: str) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory(prefix="portal-bench-officer-") as name:
        folder = Path(name, "portal")
        shutil.copytree(portal, folder)
        manage(folder, "shell", "--no-imports", "-c", OFFICER)
        with running_portal(folder) as address, _signed_in(chromium, address) as computer:
            return {
                typed: sorted(_seconds(computer, typed, presses) for _ in range(TIMES))
                for typed, presses in TYPED.items()
            }


@contextmanager
def _signed_in(chromium: str, address: str) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        context = browser.new_context(base_url=address, locale="vi-VN", **COMPUTER)
        sign_in(context.new_page())
        yield context
        browser.close()


def _seconds(computer: BrowserContext, typed: str, presses: int) -> float:
    """From the first key to the last byte of the sheet."""
    page = computer.new_page()
    session = computer.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto("/ban/")
    begun = perf_counter()
    page.keyboard.type(typed)
    with page.expect_response(lambda response: response.url.endswith(".pdf")) as opened:
        page.keyboard.press("Enter")
        if presses > 1:
            page.wait_for_url("**/ban/?q=*")
            page.wait_for_function("document.activeElement.tagName === 'BUTTON'")
            page.keyboard.press("Enter")
    pdf = page.context.request.get(opened.value.url).body()
    waited = perf_counter() - begun
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})  # a page that is closed while slowed never ends
    page.close()
    if not pdf.startswith(b"%PDF"):
        raise RuntimeError(f"“{typed}” did not lead to a sheet")
    return waited


if __name__ == "__main__":
    main()
