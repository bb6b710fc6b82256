"""Where a procedure is handed in follows the province's layer in lists as it does on its page."""

import pytest

from procedures_catalog.models import ProcedurePage
from procedures_catalog.versions.noting import note_versions
from procedures_catalog.versions.upkeep import ensure_versions
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row

pytestmark = pytest.mark.django_db
PLACE = "Trung tâm Phục vụ hành chính công tỉnh/xã"


@pytest.fixture
def layered(portal) -> ProcedurePage:
    """A procedure of a department, of which the province says another place."""
    bring(national_row("1.100004", **{"Cấp thực hiện": "Cấp Tỉnh", "Cơ quan thực hiện": "Sở Gió"}))
    page = ProcedurePage.objects.get(code="1.100004")
    page.overlay = [{"type": "receiving_address", "value": {"value": PLACE, "decision": "QĐ 1"}}]
    page.save()
    return page


def _columns(page: ProcedurePage) -> tuple[str, str]:
    return ProcedurePage.objects.values_list("found_under", "taken_at").get(pk=page.pk)


def test_what_the_layer_says_is_noted(layered):
    note_versions([layered.pk], today())
    assert _columns(layered) == (" commune province ", "RRRR1111")


def test_an_update_of_the_software_notes_it_anew(layered):
    note_versions([layered.pk], today())
    ProcedurePage.objects.filter(pk=layered.pk).update(found_under="", taken_at="")
    ensure_versions(today())
    assert _columns(layered) == (" commune province ", "RRRR1111")
