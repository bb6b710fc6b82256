"""A made-up province with officers of two communes, and a few procedures of their level."""

import pytest
from django.test import Client

from agencies.models import AdministrativeUnit
from cms.access.upkeep import ensure_access
from cms.models import Editor
from procedures_catalog.models import ProcedurePage
from search.feed.engine import EMBEDDED, index_of
from search.feed.entries import all_entries
from tests.clock import today
from tests.planted import planted
from tests.posting.officer.accounts import COMMITTEE, OTHER, make_editor, signed_in
from tests.procedures_catalog.factories import bring, national_row


@pytest.fixture
def province(portal, demo_units) -> None:
    """Units, agencies and roles."""
    planted("roles", ensure_access)


@pytest.fixture
def commune(province) -> AdministrativeUnit:
    """The commune of the officer at the desk."""
    return AdministrativeUnit.objects.in_force(today()).get(name="Phường Trường An")


@pytest.fixture
def elsewhere(province) -> AdministrativeUnit:
    """Another commune."""
    return AdministrativeUnit.objects.in_force(today()).get(name="Xã Bản Mây")


@pytest.fixture
def officer(commune) -> Editor:
    """An officer of the commune."""
    return make_editor("can-bo", COMMITTEE)


@pytest.fixture
def desk(officer) -> Client:
    """The officer's browser."""
    return signed_in(officer)


@pytest.fixture
def foreign_desk(elsewhere) -> Client:
    """The browser of an officer of another commune."""
    return signed_in(make_editor("noi-khac", OTHER))


@pytest.fixture
def procedures(province) -> list[ProcedurePage]:
    """Three published procedures of communes, of two fields, which can be found."""
    names = {"1.100001": "Đăng ký khai sinh", "1.100002": "Đăng ký lại khai sinh", "1.100003": "Đăng ký kết hôn"}
    rows = [
        national_row(code, number, **{"Tên thủ tục": name, "Lĩnh vực": "Hộ tịch" if number < 3 else "Hôn nhân"})
        for number, (code, name) in enumerate(names.items(), 1)
    ]
    bring(*rows)  # not copied: an officer is told of what was published since the account was made
    index_of(EMBEDDED).rebuild(all_entries(today()))
    return list(ProcedurePage.objects.order_by("code"))
