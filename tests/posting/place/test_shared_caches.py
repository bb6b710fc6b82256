"""A shared cache never hands what one reader's remembered commune made to another: every public address is asked."""

import pytest
from django.test import Client
from django.urls import reverse

from posting.place.chosen import COOKIE
from procedures_catalog.models import ProcedurePage
from tests.closed_pages import OPEN, furnish
from tests.procedures_catalog.factories import page_of
from tests.public_addresses import addresses

pytestmark = pytest.mark.django_db

#: Of the commune of the fixture.
COMMUNE = "98001"


def _asked(address: str, remembered: str = ""):
    visitor = Client()
    if remembered:
        visitor.cookies[COOKIE] = remembered
    return visitor.get(address)


def _body(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def _said(answer) -> tuple[bool, bool]:
    """Whether caches are told that cookies count, and that the answer is one reader's."""
    return "Cookie" in answer.get("Vary", ""), "private" in answer.get("Cache-Control", "")


@pytest.mark.slow
def test_whatever_depends_on_the_cookie_says_so_and_looking_leaves_none(portal, kites, counter):
    furnish(portal)
    silent, dependent, given = [], set(), []
    for address in addresses():
        without, remembered, again = _asked(address), _asked(address, COMMUNE), _asked(address)
        given += [address] * bool(without.cookies)
        if _body(without) == _body(again) != _body(remembered):  # some pages say how late it is
            dependent.add(address)
            silent += [address] * (not (_said(again)[0] and _said(remembered) == (True, True)))
    assert (silent, given) == ([], [])
    assert {"/", page_of(OPEN).get_url(), reverse("catalogue")} <= dependent


def test_page_sheet_list_and_search_say_so(client, kites, counter):
    page = ProcedurePage.objects.get(code="1.100001").get_url()
    for address in (page, f"{page}phieu.pdf", reverse("catalogue"), reverse("search") + "?q=diều"):
        assert _said(_asked(address)) == (True, False), address
        assert _said(_asked(address, COMMUNE)) == (True, True), address


def test_what_the_address_says_or_nobody_asks_for_is_everybody_s(client, kites, counter):
    page = ProcedurePage.objects.get(code="1.100001").get_url()
    for address in (f"{page}?xa={COMMUNE}", "/robots.txt", "/api/v1/procedures"):
        assert _said(_asked(address, COMMUNE)) == (False, False), address


def test_the_portal_s_own_kept_pieces_name_nobody_s_commune_either(client, kites, counter):
    for address in ("/", reverse("catalogue")):
        assert "Xã Diều Sáo" in _asked(address, COMMUNE).content.decode()
        assert "Xã Diều Sáo" not in _asked(address).content.decode()
