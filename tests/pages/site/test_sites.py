"""Several sites on one portal: each says of itself what it has set, and no reader costs a query for it."""

import itertools

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from pages.models import PortalSettings
from pages.site.chrome import chrome
from pages.site.sites import portal_of, site_at
from tests.pages.factories import make_content, settled

HOSTS = ("tinh.example", "xa.example", "so.example")
PORTS = (80, 443)


def shown(host: str) -> dict:
    """The portal as a template of that site sees it."""
    return chrome(RequestFactory().get("/", headers={"host": host}))["portal"]


@pytest.fixture
def commune(home) -> Site:
    """A site of a commune, with a page of the tree as its root."""
    root = make_content(home, "Xã Gió")
    make_content(root, "Lịch tiếp dân", show_in_menus=True)
    make_content(home, "Giới thiệu", show_in_menus=True)
    return Site.objects.create(hostname="xa.example", root_page=root)


def test_each_site_has_its_own_names_and_menu(commune):
    settled(hotline="1022")
    PortalSettings.objects.create(site=commune, site_name="Xã Gió", hotline="0210 111")
    assert (shown("testserver")["hotline"], shown("xa.example")["hotline"]) == ("1022", "0210 111")
    assert "Xã Gió" not in shown("testserver")["site_name"]
    assert [entry["label"] for entry in shown("testserver")["nav"]] == ["Giới thiệu", "Cơ quan"]
    assert [entry["label"] for entry in shown("xa.example")["nav"]] == ["Lịch tiếp dân", "Cơ quan"]


def test_a_site_that_has_set_nothing_has_the_defaults_and_reading_writes_nothing(commune):
    settled(hotline="1022")
    assert shown("xa.example")["hotline"] == ""
    assert PortalSettings.of_site(commune).site_name == PortalSettings().site_name
    assert list(PortalSettings.objects.values_list("site__is_default_site", flat=True)) == [True]


def test_what_is_kept_of_one_site_answers_for_it_alone_and_goes_with_a_change_of_any(
    commune, django_assert_num_queries
):
    for host in ("testserver", "xa.example"):
        shown(host)
    with django_assert_num_queries(0):
        assert shown("xa.example")["site_name"] == shown("testserver")["site_name"]
    PortalSettings.objects.create(site=commune, site_name="Xã Gió")
    assert shown("xa.example")["site_name"] == "Xã Gió"
    commune.hostname = "xagio.example"
    commune.save()
    assert shown("xagio.example")["site_name"] == "Xã Gió"
    assert shown("xa.example")["site_name"] == PortalSettings().site_name


@pytest.mark.parametrize("main", [None, 0, 1])
def test_a_request_belongs_to_the_site_that_wagtail_itself_would_choose(home, main):
    Site.objects.all().delete()
    places = [("tinh.example", 80), ("xa.example", 80), ("xa.example", 443), ("so.example", 443)]
    for number, (host, port) in enumerate(places):
        Site.objects.create(hostname=host, port=port, root_page=home, is_default_site=number == main)
    every = [PortalSettings(site=site) for site in Site.objects.all()]
    for host, port in itertools.product((*HOSTS, "la.example"), (*PORTS, 8000)):
        request = RequestFactory().get("/", headers={"host": host}, SERVER_PORT=str(port))
        found = site_at(every, host, str(port))
        assert (found and found.site) == Site.find_for_request(request), (host, port)


def test_the_settings_of_a_request_bring_their_site(commune):
    assert portal_of(RequestFactory().get("/", headers={"host": "xa.example"})).site == commune
