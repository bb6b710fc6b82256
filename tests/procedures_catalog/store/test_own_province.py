"""Of which province the portal is."""

import datetime

import pytest
from wagtail.models import Site

from agencies.models import AdministrativeUnit, UnitSuccession
from pages.models import PortalSettings
from procedures_catalog.store.own_province import own_names

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
REFORM = datetime.date(2025, 7, 1)


def call_it(name: str) -> None:
    """The main site says so."""
    site = Site.objects.filter(is_default_site=True).first() or Site.objects.first()
    PortalSettings.objects.update_or_create(site=site, defaults={"province_name": name})


def unit(code: str, name: str, *became: AdministrativeUnit) -> AdministrativeUnit:
    made = AdministrativeUnit.objects.create(code=code, name=name, kind="province")
    for successor in became:
        UnitSuccession.objects.create(predecessor=made, successor=successor, kind="merged", date=REFORM)
    return made


@pytest.mark.parametrize("name", ["", "tỉnh"])
def test_a_portal_without_a_name_is_of_no_province(name):
    call_it(name)
    unit("68", "Tỉnh Lâm Đồng")
    assert own_names() == frozenset()


def test_all_provinces_that_became_it_are_its_own_and_no_others():
    today = unit("68", "Tỉnh Lâm Đồng")
    before = unit("67", "Tỉnh Đắk Nông", today)
    unit("66", "Tỉnh Đắk Nông Cũ", before)
    unit("79", "Thành phố Hồ Chí Minh")
    call_it("tỉnh Lâm Đồng")
    assert own_names() == {"tỉnh Lâm Đồng", "Tỉnh Lâm Đồng", "Tỉnh Đắk Nông", "Tỉnh Đắk Nông Cũ"}


def test_the_name_alone_is_enough():
    call_it("thành phố Huế")
    assert own_names() == {"thành phố Huế"}
