"""The sheet that a citizen prints at home."""

import pytest
from django.urls import reverse

from posting.models import PostedPaper
from posting.printing import sheet_views
from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def address(page: ProcedurePage) -> str:
    """Where the sheet is."""
    return reverse("procedure_sheet", args=[page.slug])


@pytest.mark.parametrize("kind", ["", "short", "full", "large"])
def test_everybody_can_print_a_sheet_and_the_ledger_knows_nothing_of_it(client, kind):
    answer = client.get(address(published()), {"loai": kind} if kind else {})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert not PostedPaper.objects.exists()


def test_the_sheet_opens_under_a_readable_name_and_is_not_indexed(client):
    page = published()
    answer = client.get(address(page))
    assert answer["Content-Disposition"] == f'inline; filename="phieu-{page.slug}.pdf"'
    assert answer["Content-Disposition"].isascii()
    assert answer["X-Robots-Tag"] == "noindex"


def test_a_page_leads_to_its_sheet(client):
    page = published()
    assert f'href="{address(page)}"' in client.get(page.get_url()).content.decode()


@pytest.mark.parametrize("kind", ["poster", "book", "x" * 3000, "\0"])
def test_another_kind_has_no_sheet_and_leads_to_the_procedure(client, kind):
    page = published()
    response = client.get(address(page), {"loai": kind})
    assert (response.status_code, response["Location"]) == (302, page.get_url())


def test_what_is_not_for_everybody_has_no_sheet(client):
    page = published()
    page.view_restrictions.create(restriction_type="login")
    assert client.get(address(page)).status_code == 404
    ProcedurePage.objects.update(live=False)
    assert client.get(address(page)).status_code == 404
    assert client.get("/thu-tuc/khong-co/phieu.pdf").status_code == 404


def test_a_sheet_is_made_once_and_anew_after_a_change(client, monkeypatch):
    page, made = published(), []
    original = sheet_views.sheets_pdf
    monkeypatch.setattr(sheet_views, "sheets_pdf", lambda *args: made.append(1) or original(*args))
    client.get(address(page))
    client.get(address(page))
    assert len(made) == 1
    page = page_of(page.code)
    page.conditions = "Có dây dù."
    page.save_revision().publish()
    client.get(address(page))
    assert len(made) == 2


def test_a_sheet_takes_only_reading(client):
    assert client.post(address(published())).status_code == 405
