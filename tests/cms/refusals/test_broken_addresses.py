"""An address of the desk with a word for a number, a number that no row has or a day that no calendar has leads to
nothing; it is no fault of the server."""

import pytest
from django.test import Client
from wagtail.models import Workflow

from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import HomePage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
DESK = "/quan-tri"
HUGE = "9" * 30
PLACES = (
    "/bulk/wagtailcore/page/publish/?id=x",
    f"/bulk/wagtailcore/page/publish/?id={HUGE}",
    "/documents/chooser/chosen/x/",
    f"/documents/chooser/chosen-multiple/?id={HUGE}",
    "/snippets/choose/agencies/agency/chosen/x/",
    "/snippets/choose/agencies/agency/chosen-multiple/?id=x",
    f"/pages/{{home}}/history/?user={HUGE}",
    f"/users/?group={HUGE}",
    f"/pages/?owner={HUGE}",
    f"/choose-page/chosen-multiple/?id={HUGE}",
    "/reports/site-history/?timestamp_from=0001-01-01",
    "/reports/workflow/?created_at_from=0001-01-01",
    "/reports/workflow_tasks/?started_at_from=0001-01-01",
    "/reports/locked/?locked_at_from=0001-01-01",
    "/users/?last_login_from=0001-01-01",
    f"/pages/{HUGE}/edit/",
    f"/bao-cao/nhat-ky/?agency={HUGE}",
    "/bao-cao/nhat-ky/?day_from=0001-01-01&day_to=9999-12-31",
    f"/thay-doi/{HUGE}/hoan-tac/",
    "/bulk/wagtailcore/page/publish/?id=",
    "/snippets/choose/agencies/agency/chosen-multiple/?id=",
    "/choose-external-link/?parent_page_id=x",
    "/choose-email-link/?parent_page_id=-1",
    "/choose-anchor-link/?parent_page_id=a%00b",
    f"/workflows/edit/{{workflow}}/?p={HUGE}",
    "/workflows/edit/{workflow}/?p=-1",
    "/workflows/edit/{workflow}/?p=",
)


@pytest.fixture
def desk(client) -> Client:
    """The browser of an administrator, whom no wall stops before the address is read."""
    ensure_access()
    client.force_login(Editor.objects.create_superuser("nguoi-giu-cong"))
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("place", PLACES)
def test_it_leads_to_nothing(desk, place):
    workflow = Workflow.objects.order_by("pk").values_list("pk", flat=True)[0]
    address = f"{DESK}{place}".format(home=HomePage.objects.get().pk, workflow=workflow)
    assert desk.get(address, follow=True).status_code < 500


def test_a_fault_of_our_own_stays_one(desk, monkeypatch):
    def fail(*_args, **_more):
        raise ValueError("bảng nhân sai")

    monkeypatch.setattr("wagtail.admin.views.home.HomeView.get_context_data", fail)
    assert desk.get(f"{DESK}/?q=x").status_code == 500
