"""sitemap.xml tells search engines all that anybody may read, and nothing else."""

from datetime import datetime

import pytest
from defusedxml import ElementTree
from django.urls import reverse

from cms.sitemaps import Section
from procedures_catalog.models import PublishedVersion
from tests.procedures_catalog.factories import bring, national_row, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def _read(client, address: str) -> dict[str, str]:
    """Address → day of the last change, of a file or of the list of files."""
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    found = ElementTree.fromstring(response.content)
    return {one.findtext("s:loc", None, NAMES): one.findtext("s:lastmod", None, NAMES) for one in found}


def test_every_address_in_it_can_be_read(client):
    published("1.100001")
    addresses = [each for file in _read(client, "/sitemap.xml") for each in _read(client, file)]
    assert f"http://testserver{reverse('home')}" in addresses
    assert len(set(addresses)) == len(addresses)
    assert {client.get(each).status_code for each in addresses} == {200}


def test_a_procedure_stands_with_the_day_of_its_last_change_and_not_of_the_last_import(client):
    page = published("1.100001")
    moment = datetime.fromisoformat("2026-01-02T03:04:05+07:00")
    PublishedVersion.objects.filter(identity=page.identity).update(noted_at=moment)
    bring(national_row("1.100001"))
    assert _read(client, "/sitemap-thu-tuc.xml") == {f"http://testserver{page.url}": "2026-01-02"}


def test_what_is_not_public_has_no_place_in_it(client):
    published("1.100001").unpublish()
    assert _read(client, "/sitemap-thu-tuc.xml") == {}


WRONG = ("2", "x", "01", "%2B1", "")


@pytest.mark.parametrize(
    "address", ["/sitemap-khong-co.xml", *(f"/sitemap-thu-tuc.xml?p={number}" for number in WRONG)]
)
def test_a_file_that_there_is_not_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_what_is_asked_for_beside_makes_no_work(client, django_assert_num_queries):
    published("1.100001")
    client.get("/sitemap-thu-tuc.xml")
    with django_assert_num_queries(0):
        client.get("/sitemap-thu-tuc.xml?x=1")


def test_a_file_takes_no_more_than_the_protocol_allows():
    assert Section.limit == 50_000
