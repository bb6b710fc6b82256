"""Which procedure an address means."""

import pytest

from procedures_catalog.facts.in_hand.reading import read
from procedures_catalog.facts.legacy_addresses import normal
from procedures_catalog.models import LegacyAddress
from procedures_catalog.store.addressed import code_meant
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.mark.parametrize(
    "written", ["http://x.example/q/{}", "x.example/Q/{}/ABC2345?utm_id=1", "https://x.example/q/{})."]
)
def test_an_address_that_the_portal_printed(written):
    code = published().identity.short_code
    assert code_meant(read(written.format(code))) == code


def test_the_address_of_a_page():
    page = published()
    assert code_meant(read(f"https://x.example{page.url}?fbclid=1")) == page.identity.short_code


def test_an_address_that_another_system_printed():
    page = published()
    address = normal("http://cu.example/chi-tiet?id=7")
    LegacyAddress.objects.create(host=address.host, path=address.path, identity=page.identity)
    assert code_meant(read("https://cu.example/chi-tiet?id=7&zarsrc=3")) == page.identity.short_code


def test_a_code_in_an_address_stands_for_itself():
    assert code_meant(read("https://khac.example/chi-tiet?ma=2.000815.000.00.00.H37")) == "2.000815"


@pytest.mark.parametrize("text", ["https://khac.example/tin-tuc", "http://[::1", "https://khac.example/q/ABC"])
def test_any_other_address_means_nothing(text):
    assert code_meant(read(text)) == ""
