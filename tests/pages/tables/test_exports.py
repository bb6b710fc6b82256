"""Every CSV file of the desk, Wagtail's too, opens in a spreadsheet with its letters and calculates nothing."""

import csv
import io
from collections.abc import Iterator

import pytest
from django.urls import URLResolver, get_resolver
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from cms.models import Editor
from pages.models import NewsPage
from search.models import AskedQuestion
from tests.pages.factories import make_news

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://noi-khac.example";"Mở")'


def _patterns(resolver, before: str = "/") -> Iterator[tuple[str, type]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _patterns(each, before + str(each.pattern))
        elif view := getattr(each.callback, "view_class", None):
            yield before + str(each.pattern), view


def _exporting() -> list[str]:
    """The addresses of all lists and reports that can be had as a file and name no one thing."""
    found = _patterns(get_resolver())
    return sorted(
        {address for address, view in found if issubclass(view, SpreadsheetExportMixin) and "<" not in address}
    )


@pytest.fixture
def desk(admin_client, portal):
    """Formulas wherever a name can be written."""
    page: NewsPage = make_news(portal[2], "Tin", summary=FORMULA)
    page.title = FORMULA
    page.save_revision(log_action=True, user=Editor.objects.first()).publish()
    Editor.objects.create_user("cong", first_name=FORMULA, last_name="+84")
    AskedQuestion.objects.create(question=FORMULA, week="2026-11-09", asked=2)
    return admin_client


def test_wagtails_reports_are_among_them():
    assert {"/quan-tri/reports/site-history/", "/quan-tri/reports/aging-pages/", "/quan-tri/bao-cao/tim-kiem/"} <= set(
        _exporting()
    )


def test_no_file_holds_a_formula_and_each_is_read_with_its_letters(desk):
    formulas = 0
    for address in _exporting():
        response = desk.get(address, {"export": "csv"})
        if response.get("Content-Type", "").startswith("text/csv"):
            body = b"".join(response.streaming_content)
            assert body.startswith("\ufeff".encode()), address
            cells = [cell for row in csv.reader(io.StringIO(body.decode("utf-8-sig"))) for cell in row]
            assert [cell for cell in cells if cell[:1] in tuple("=+@")] == [], address
            formulas += sum(FORMULA in cell for cell in cells)
    assert formulas >= 3
