"""The home page and the list show each change at once, read little, and ask a constant number of queries."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.models import HomePage
from procedures_catalog.models import ProcedureIndexPage, Sector
from tests.procedures_catalog.factories import bring, national_row, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
_HEAVY = (
    "steps",
    "channels",
    "cases",
    "results",
    "overlay",
    "conditions",
    "official_name",
    "folded",
    "original_wordings",
)


def _text(client, address: str) -> str:
    return client.get(address).content.decode()


def _queries(client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries.captured_queries]


@pytest.mark.parametrize("address", ["/", "/thu-tuc/", "/thu-tuc/linh-vuc/"])
def test_a_published_and_an_unpublished_procedure_show_at_once(client, address):
    page = published("1.100001")
    one = _text(client, address)
    published("1.100002")
    two = _text(client, address)
    page.unpublish()
    three = _text(client, address)
    assert one != two != three


def test_an_import_shows_at_once(client):
    published("1.100001")
    assert "1 thủ tục" in _text(client, "/thu-tuc/")
    bring(national_row("1.100002"), national_row("1.100003"))
    assert "3 thủ tục" in _text(client, "/thu-tuc/")


def test_a_sector_with_another_name_shows_at_once(client):
    published("1.100001")
    _text(client, "/")
    sector = Sector.objects.get()
    sector.name = "Diều sáo và lồng đèn"
    sector.save()
    for address in ("/", "/thu-tuc/", "/thu-tuc/linh-vuc/"):
        assert "Diều sáo và lồng đèn" in _text(client, address)


@pytest.mark.parametrize("address", ["/", "/thu-tuc/", "/thu-tuc/?cap=commune"])
def test_queries_do_not_grow_with_the_catalogue(client, address):
    published("1.100001")
    _queries(client, address)
    few = len(_queries(client, address))
    bring(*[national_row(f"1.1000{number:02}") for number in range(2, 14)])
    _queries(client, address)
    assert len(_queries(client, address)) == few


def test_a_list_reads_no_heavy_column(client):
    published("1.100001")
    selected = [sql for sql in _queries(client, "/thu-tuc/?cap=commune") if "procedurepage" in sql]
    assert [name for name in _HEAVY for sql in selected if re.search(rf'SELECT [^()]*"{name}"', sql)] == []


def test_a_preview_of_a_draft_is_kept_for_nobody(client, admin_client):
    """An editor who looks at a draft right after a change is the first to ask for the page."""
    page = published("1.100001")
    for address, kind in (("/", HomePage), ("/thu-tuc/", ProcedureIndexPage)):
        listing = kind.objects.get()
        listing.title = "Tên chưa công bố"
        listing.save_revision()
        page.save_revision().publish()
        preview = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[listing.pk]))
        assert "Tên chưa công bố" in preview.content.decode()
        assert "Tên chưa công bố" not in _text(client, address)
