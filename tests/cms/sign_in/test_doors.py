"""Both desks can be closed to networks that are not the offices'."""

from ipaddress import ip_network

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import networks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def offices(settings) -> None:
    settings.DOORS = {
        "/quan-tri/": [ip_network("10.20.0.0/16"), ip_network("2001:db8:20::/48")],
        "/ban/": [ip_network("10.30.0.0/16")],
    }


def seen_from(client, address: str, path: str, **more) -> int:
    return client.get(path, headers={"x-forwarded-for": address}, **more).status_code


@pytest.mark.parametrize(
    ("address", "desk", "officers"),
    [
        ("10.20.1.1", 302, 403),
        ("10.30.1.1", 403, 302),
        ("2001:db8:20:1::5", 302, 403),
        ("::ffff:10.20.1.1", 302, 403),
        ("198.51.100.1", 403, 403),
        ("2001:db8:21::5", 403, 403),
        ("10.20.1.1, 198.51.100.1", 403, 403),
        ("198.51.100.1, 10.20.1.1", 302, 403),
        ("not an address", 403, 403),
    ],
)
def test_a_door_is_open_to_its_networks_alone(client, offices, address, desk, officers):
    assert seen_from(client, address, "/quan-tri/login/") == desk
    assert seen_from(client, address, "/ban/dang-nhap/") == officers


def test_citizens_pages_stay_open_and_the_closed_door_says_why(client, offices):
    assert seen_from(client, "198.51.100.1", "/") == 200
    response = client.get("/quan-tri/login/", headers={"x-forwarded-for": "198.51.100.1"})
    assert "chỉ mở từ mạng của cơ quan" in response.text


def test_nothing_behind_the_door_is_reached_either(client, offices):
    for path in ("/quan-tri/api/main/pages/", "/quan-tri/jsi18n/", "/quan-tri/khong-co/", "/ban/so/"):
        assert seen_from(client, "198.51.100.1", path) == 403


def test_without_the_setting_the_doors_are_open(client):
    assert seen_from(client, "198.51.100.1", "/quan-tri/login/") == 302


def test_a_network_that_is_none_stops_the_start(monkeypatch):
    monkeypatch.setenv("PORTAL_DESK_NETWORKS", "10.20.0.0/16, 10.30.0.0/99")
    with pytest.raises(ImproperlyConfigured, match="PORTAL_DESK_NETWORKS"):
        networks("PORTAL_DESK_NETWORKS")
    monkeypatch.setenv("PORTAL_DESK_NETWORKS", "10.20.0.0/16, 2001:db8::/32")
    assert len(networks("PORTAL_DESK_NETWORKS")) == 2
