"""`make bench-first-screen`: how far down a phone's screen the five answers of every real procedure reach.

Each head is drawn by the page's own templates and styles in a box as wide as a small phone, some hundred to a document.
A sample is drawn again for readers who chose a commune, those with the longest names of all.
"""

import gzip
import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import django
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

django.setup()

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from posting.place.commune_place import Part, Place  # noqa: E402
from posting.rules.commune_role import role_of  # noqa: E402
from procedures_catalog.facts.agencies.filing import filing_of  # noqa: E402
from procedures_catalog.facts.codes import parse_code  # noqa: E402
from procedures_catalog.facts.everyday.reading import starting_texts  # noqa: E402
from procedures_catalog.facts.record import ProcedureRecord  # noqa: E402
from procedures_catalog.facts.titles.display_name import display_name  # noqa: E402
from procedures_catalog.facts.vocabulary import level_names  # noqa: E402
from procedures_catalog.files.issues import ReadRow  # noqa: E402
from procedures_catalog.files.read_national import read_national  # noqa: E402
from procedures_catalog.presenting.answers import five_answers, with_hotline  # noqa: E402
from tests.bench.say import say  # noqa: E402
from tests.browser.fixtures import ARGUMENTS, PHONE  # noqa: E402
from tests.parts import SHARED_DATA  # noqa: E402

NATIONAL = SHARED_DATA / "procedures" / "national-2026-07.jsonl.gz"
UNITS = SHARED_DATA / "units" / "after-2025-07-01.json.gz"
COMMUNES, SAMPLE = 12, 60
AT_ONCE = 300
SCREEN = PHONE["viewport"]["height"]
GOAL = 0.95
LINES = 3
HOTLINE = "0222 000 0000"
PORTAL = {"province_name": "Tỉnh Trường Sơn", "nav": [{"url": "/thu-tuc/", "label": "Thủ tục", "current": False}]}
#: A procedure, and the commune with its counter that is chosen.
Drawn = tuple[ProcedureRecord, tuple[str, dict[str, Any]] | None]
SAID = starting_texts()
STATE = {"kind": "current", "label": "Đang áp dụng"}
MEASURE = """() => [...document.querySelectorAll("[data-code]")].map(box => {
    const top = box.getBoundingClientRect().top, name = box.querySelector("h1");
    const lines = name.clientHeight / parseFloat(getComputedStyle(name).lineHeight);
    const ends = box.querySelector(".answers").getBoundingClientRect().bottom - top;
    const cut = name.scrollHeight > name.clientHeight + 6;
    return {code: box.dataset.code, ends, lines: Math.floor(lines + 0.1), cut};
})"""


def main() -> int:
    """Measures, says, and judges."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("Cần chromium (gói Debian: chromium).", file=sys.stderr)
        return 2
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        shares = [
            _told("answers_on_the_first_screen", measured(browser)),
            _told("answers_on_the_first_screen_in_a_commune", measured_in_communes(browser)),
        ]
        browser.close()
    return 0 if min(shares) >= GOAL else 1


def _told(name: str, boxes: Sequence[Mapping[str, Any]]) -> float:
    beyond = [box["code"] for box in boxes if box["ends"] > SCREEN]
    share = 1 - len(beyond) / len(boxes)
    say(
        name,
        share,
        f">= {GOAL}",
        procedures=len(boxes),
        beyond=len(beyond),
        median_end=round(median(box["ends"] for box in boxes)),
        last_end=round(max(box["ends"] for box in boxes)),
        longer_names=sum(box["lines"] > LINES for box in boxes),
        cut_names=sum(box["cut"] for box in boxes),
        first=beyond[:10],
    )
    return share


def _records() -> list[ProcedureRecord]:
    return [row.record for row in read_national(NATIONAL) if isinstance(row, ReadRow)]


def measured(browser: Browser) -> list[dict[str, Any]]:
    """Of each real procedure {code, ends: where its answers end in pixels, lines: of its name, cut: whether it is more
    than fits into them}."""
    page = browser.new_context(**PHONE).new_page()
    return list(_measured(page, [(record, None) for record in _records()]))


def measured_in_communes(browser: Browser) -> list[dict[str, Any]]:
    """The same of a sample of procedures, each in the communes of the longest names."""
    page, records = browser.new_context(**PHONE).new_page(), _records()
    sample = records[:: len(records) // SAMPLE][:SAMPLE]
    return list(_measured(page, [(record, counter) for record in sample for counter in _counters()]))


def _counters() -> list[tuple[str, dict[str, Any]]]:
    """Communes and their counters, as `agencies.site.present.counter` shapes what a template reads of one."""
    provinces = json.loads(gzip.decompress(UNITS.read_bytes()))
    wards = sorted(
        (-len(ward["FullName"]), ward["FullName"], each["FullName"]) for each in provinces for ward in each["Wards"]
    )
    return [(name, _counter(name, province)) for _, name, province in wards[:COMMUNES]]


def _counter(name: str, province: str) -> dict[str, Any]:
    small, of = f"{name[:1].lower()}{name[1:]}", f"{province[:1].lower()}{province[1:]}"
    return {
        "name": f"Trung tâm Phục vụ hành chính công {small}",
        "address": f"Số 125, đường Nguyễn Thị Minh Khai, {small}, {of}",
        "today": {"short": "hôm nay 7:30–11:30, 13:30–17:00", "is_open": True},
    }


def _measured(page: Page, drawn: Sequence[Drawn]) -> Iterator[dict[str, Any]]:
    styles, header = _styles(), _site_header()
    for start in range(0, len(drawn), AT_ONCE):
        page.set_content(_document(styles, header, drawn[start : start + AT_ONCE]))
        yield from page.evaluate(MEASURE)


def _document(styles: str, header: str, drawn: Sequence[Drawn]) -> str:
    boxes = (_box(header, record, counter) for record, counter in drawn)
    head = f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{styles}</style>'
    return f'<!DOCTYPE html><html lang="vi"><head>{head}</head><body>{"".join(boxes)}</body></html>'


def _box(header: str, record: ProcedureRecord, counter: tuple[str, dict[str, Any]] | None) -> str:
    """What a phone shows from the top of the page on; the line of the demonstration is no part of it."""
    here = {"place": _place(record, *counter) if counter else None, "may_help": False}
    head = render_to_string("procedures_catalog/parts/head.html", _context(record) | {"here": here})
    return (
        f'<div data-code="{record.code}" style="width: {PHONE["viewport"]["width"]}px">{header}<main>'
        f'<div class="frame"><article class="procedure"><header>{head}</header></article></div></main></div>'
    )


def _context(record: ProcedureRecord) -> dict[str, Any]:
    return {
        "page": {"title": display_name(record.name), "code": record.code},
        "official_name": record.name,
        "said": SAID.get(parse_code(record.code).base),
        "levels": level_names(filing_of(record).levels),
        "sector_link": {"name": record.sector, "url": "/thu-tuc/"},
        "state": STATE,
        "another": None,
        "announced": (),
        "earlier": None,
        "answers": with_hotline(five_answers(record, ()), HOTLINE, filing_of(record)),
    }


def _place(record: ProcedureRecord, name: str, counter: dict[str, Any]) -> Place:
    deciding = record.competent or record.executing
    filing = filing_of(record)
    return Part(role_of(filing, deciding, takes_provincial=True), "", filing, None).at(name, "", counter)


def _site_header() -> str:
    return render_to_string("components/site_header.html", {"portal": PORTAL, "request": {"path": "/thu-tuc/x/"}})


def _styles() -> str:
    """All that the page links to, in its order."""
    every = render_to_string("components/styles.html")
    names = [part.split('"')[0] for part in every.split('href="')[1:]]
    paths = [name.removeprefix(settings.STATIC_URL) for name in names] + ["css/components/answers.css"]
    return "\n".join(Path(finders.find(path)).read_text("utf-8") for path in paths)


if __name__ == "__main__":
    sys.exit(main())
