"""The small files of what failed: old addresses that carry a code, shared addresses, codes with a sign too many."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from procedures_catalog.models import LegacyAddress
from search.finder import find
from tests.clock import today
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.shared]


@pytest.fixture
def cases(shared_data) -> Path:
    """The folder of small files."""
    return shared_data.parent / "cases"


def lines(file: Path) -> list[str]:
    """Its lines without remarks."""
    return [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def test_old_addresses_that_carry_a_code_are_tied_by_it(client, cases):
    pages = [published(code) for code in ("1.001193", "1.000494", "1.000894")]
    file = cases / "12-code-in-address.tsv"
    call_command("import_legacy_qr", file, verbosity=0)
    assert list(LegacyAddress.objects.order_by("pk").values_list("identity", flat=True)) == [
        page.identity_id for page in pages
    ]
    for page, address in zip(pages, lines(file)[1:], strict=True):
        assert client.get(address.partition(".gov.vn")[2]).url == page.url
        assert client.get("/q/", {"ma": address}).url == page.url


def test_an_address_that_networks_handed_on_leads_to_the_same(client, cases):
    page = published("1.000288")
    call_command("import_legacy_qr", cases / "12-old-addresses.tsv", verbosity=0)
    asked = lines(cases / "12-old-addresses-asked.txt")
    assert [client.get(path).url for path in asked] == [page.url] * 3


def test_a_code_with_a_sign_too_many_leads_on(client, cases):
    page = published("1.001193")
    asked = [line.replace("D5U5EM8", page.identity.short_code) for line in lines(cases / "17-scanned-codes.txt")]
    assert [client.get(path).url for path in asked] == [page.url] * 5


def test_a_dossiers_number_is_told(client, cases):
    asked = [json.loads(line) for line in lines(cases / "13-search.jsonl")]
    (number,) = [each["q"] for each in asked if each["kind"] == "dossier number"]
    assert find(number, today()).notice == "dossier"
    assert "hồ sơ đã nộp" in client.get("/tim-kiem/", {"q": number}).content.decode()
