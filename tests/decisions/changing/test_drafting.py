"""A line that brings a procedure makes its draft: under its code or one of the portal's own, never public."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from agencies.models import Agency, Role
from decisions.changing.drafting import draft_page
from procedures_catalog.models import ProcedurePage
from tests.decisions.factories import decision, line, two_procedures
from tests.editors import member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NOW = datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def agency(portal) -> Agency:
    two_procedures()
    return Agency.objects.create(name="Sở Gió")


def drafted(agency, **facts) -> ProcedurePage:
    row = line(decision(agency=agency), **{"kind": "new", "name": "Thủ tục cấp thẻ đi trên mây", **facts})
    made = draft_page(row, member(Role.WRITER, agency), NOW)
    row.refresh_from_db()
    assert (row.identity_id, row.is_confirmed) == (made.identity_id, True)
    return ProcedurePage.objects.get(pk=made.pk)


def test_the_page_says_what_the_line_says_on_the_shelf_of_its_agency(agency):
    page = drafted(agency, code="1.999999", sector="DIỀU, SÁO", level="Cấp xã")
    assert (page.live, page.official_name, page.code) == (False, "Thủ tục cấp thẻ đi trên mây", "1.999999")
    assert page.sector.name == "Diều, sáo"
    assert [row.level for row in page.levels.all()] == ["commune"]
    assert page.get_parent().specific.agency == agency


def test_without_a_code_it_has_one_of_the_portals_own(agency):
    page = drafted(agency, code="")
    assert page.code == page.identity.temporary_code()
