"""Who asks is told by the web server in front, and by nobody else."""

import pytest
from django.test import RequestFactory

from pages.visitors.clients import address_of, nameless, network_of

PEER = "127.0.0.1"


def request(said: str | None = None, peer: str = PEER):
    headers = {} if said is None else {"x-forwarded-for": said}
    return RequestFactory().get("/", headers=headers, REMOTE_ADDR=peer)


@pytest.mark.parametrize(
    ("said", "address"),
    [
        (None, PEER),
        ("", PEER),
        ("192.0.2.7", "192.0.2.7"),
        ("6.6.6.6, 192.0.2.7", "192.0.2.7"),
        ("192.0.2.7, not an address", PEER),
        ("2001:db8::5", "2001:db8::5"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
    ],
)
def test_the_last_address_counts_which_nginx_wrote(said, address):
    assert str(address_of(request(said))) == address


def test_all_addresses_of_one_household_are_one_client():
    assert network_of(request("2001:db8:1:2::5")) == network_of(request("2001:db8:1:2:ffff::9"))
    assert network_of(request("2001:db8:1:2::5")) != network_of(request("2001:db8:1:3::5"))
    assert network_of(request("192.0.2.7")) != network_of(request("192.0.2.8"))


def test_who_is_not_told_is_one_client_too():
    assert address_of(request(peer="")) is None
    assert network_of(request(peer="")) == "?"


def test_a_nameless_name_is_the_same_for_one_purpose_alone():
    assert nameless("a", "192.0.2.7") == nameless("a", "192.0.2.7")
    assert nameless("a", "192.0.2.7") != nameless("b", "192.0.2.7")
    assert "192" not in nameless("a", "192.0.2.7")
