"""An agency that is renamed renames its shelves, and the log tells of each."""

import pytest

from agencies.models import Agency
from audit.acting import Acting, Actor, passing
from audit.models import LogRow
from cms.access.shelves import ensure_shelves
from cms.access.upkeep import ensure_access
from pages.models import NewsShelfPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_the_log_tells_that_shelves_have_another_name():
    ensure_access()
    agency = Agency.objects.create(name="Sở Gió", kind="department")
    ensure_shelves(agency)
    agency.name = "Sở Gió và Mây"
    with passing(Acting(actor=lambda: Actor(7, "lan"))):
        agency.save()
    shelf = NewsShelfPage.objects.get(agency=agency)
    told = LogRow.objects.get(action="wagtail.rename", key=str(shelf.pk))
    assert (shelf.title, told.actor_name) == ("Sở Gió và Mây", "lan")
    assert "Sở Gió và Mây" in told.details
