"""Loads the demonstration province into an empty portal, through the same doors that real data takes."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from agencies.store.load import load_agencies, load_units
from cms.demo.editors import ensure_editors
from cms.demo.forms import load_forms
from cms.demo.layer import lay_over, parted
from cms.demo.special_days import load_special_days
from cms.portal import ensure_pages
from legal_documents.store.load import load_documents
from pages.load import load_news, load_pages, load_settings, set_popular
from procedures_catalog.importing.apply import import_rows
from procedures_catalog.models import ProcedurePage
from procedures_catalog.shelves.load import load_owners

FOLDER = Path(__file__).parent
POPULAR = ("1.001193", "1.000894", "1.004222", "1.014061", "1.013978", "1.001612")


def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def load_demo(on: date) -> dict[str, int]:
    """Everything a visitor meets, in one transaction, loaded on a day; kind of thing → how many were written."""
    with transaction.atomic():
        home, documents, news = ensure_pages()
        written = {
            "cài đặt": load_settings(_read("pages.json")["settings"]),
            "đơn vị hành chính": load_units(_read("units.json")),
            "cơ quan": load_agencies(_read("agencies.json")),
            "ngày nghỉ, giờ khác": load_special_days(on),
            "văn bản": load_documents(documents, _read("documents.json")),
            "dòng giao thủ tục": load_owners(_read("owners.json")),
            "thủ tục": _load_procedures(on),
            "bản biểu mẫu": load_forms(_read("forms.json"), on),
            "trang": load_pages(home, _read("pages.json")),
            "tin": load_news(news, _read("news.json")),
            "tài khoản": ensure_editors(),
        }
        set_popular(home, _popular())
    return written


def _load_procedures(on: date) -> int:
    """The procedures that the catalogue does not hold: the state's part of each as a draft, the province's own over it,
    then both public at once, so that citizens' first version has both."""
    raws = [raw for path in sorted((FOLDER / "procedures").glob("*.json")) for raw in _read(f"procedures/{path.name}")]
    held = set(ProcedurePage.objects.values_list("code_base", flat=True))
    missing = [(official, own) for official, own in map(parted, raws) if official.base() not in held]
    rows = [("procedures", [official for official, _ in missing])]
    import_rows(rows, on=on)
    lay_over(own for _, own in missing)
    report = import_rows(rows, on=on, publish=True)
    if report.refused or report.kept_back:
        raise ValueError(f"Dữ liệu trình diễn có lỗi: {[*report.refused, *report.kept_back][:3]}")
    return report.counts["updated"]


def _popular() -> list[ProcedurePage]:
    pages = {page.code_base: page for page in ProcedurePage.objects.filter(code_base__in=POPULAR)}
    return [pages[code] for code in POPULAR if code in pages]
