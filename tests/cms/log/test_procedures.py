"""A procedure's draft and publication are told part by part: streams, rows, and what is JSON inside."""

import pytest

from audit.acting import Acting, Actor, passing
from audit.models import LogRow
from audit.verifying import verify
from procedures_catalog.models import ProcedurePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(demo) -> ProcedurePage:
    """A procedure of the demonstration that is public."""
    return ProcedurePage.objects.live().order_by("pk").first()


def test_every_procedure_of_the_demonstration_can_be_saved_and_published_and_tells_of_it(demo):
    with passing(Acting(actor=lambda: Actor(1, "lan"))):
        for page in ProcedurePage.objects.live().order_by("pk")[:8]:
            page.save_revision(log_action=True).publish()
            page = ProcedurePage.objects.get(pk=page.pk)
            page.title, page.steps = f"{page.title} mới", []
            page.save_revision(log_action=True).publish()
            row = LogRow.objects.filter(action="wagtail.publish").order_by("-number").first()
            assert row.changed["title"][1] == page.title
    assert verify().fault is None


def test_a_procedure_is_its_shelfs_agency(page):
    shelf = page.get_parent().specific
    with passing(Acting(actor=lambda: Actor(1, "lan"))):
        page.save_revision(log_action=True)
    assert {row.agency for row in LogRow.objects.all()} == {shelf.agency_id}
