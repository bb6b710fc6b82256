"""A page that waits with somebody else shows its fields closed, says who has it, and takes nothing that is sent."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from agencies.models import Agency, Role
from cms.access.upkeep import ensure_access
from cms.models import Editor
from procedures_catalog.models import ProcedurePage
from tests.cms.desk.form import DeskForm
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NAMES = "thẻ diều"


@pytest.fixture
def team() -> dict[Role, Editor]:
    """One for each step."""
    ensure_access()
    agency = Agency.objects.create(name="Sở Gió", kind="department")
    return {role: member(role, agency) for role in (Role.WRITER, Role.CHECKER, Role.PUBLISHER)}


@pytest.fixture
def page(team) -> ProcedurePage:
    """The writer's draft, handed in."""
    published("1.100001")
    ProcedurePage.objects.get().move(shelf(team[Role.WRITER].agency), "last-child")
    page = ProcedurePage.objects.get()
    page.everyday_names = NAMES
    page.save_revision(user=team[Role.WRITER])
    page.get_workflow().start(page, team[Role.WRITER])
    return ProcedurePage.objects.get()


def shown(client: Client, page: ProcedurePage) -> BeautifulSoup:
    """The form."""
    return BeautifulSoup(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text, "html.parser")


def test_its_writer_finds_the_fields_closed_and_reads_who_has_it(team, page):
    form = shown(browser_of(team[Role.WRITER]), page)
    closed = form.select_one("#page-edit-form fieldset[disabled]")
    assert closed.select_one("[name=everyday_names]").text.strip() == NAMES
    outside = [field for field in form.select("#page-edit-form textarea") if closed not in field.parents]
    assert outside == []
    assert team[Role.CHECKER].named() in form.select_one(".closed-fields__who").text
    assert "w-autosave" not in form.find(id="page-edit-form")["data-controller"].split()


def test_what_gives_the_review_up_stays_open_and_leads_to_the_open_form(team, page):
    client = browser_of(team[Role.WRITER])
    button = shown(client, page).select_one("[name=action-cancel-workflow]")
    assert button.find_parent("fieldset", disabled=True) is None
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(address, {"action-cancel-workflow": "1"})
    assert answer.status_code == 302
    form = shown(client, page)
    assert form.select_one("fieldset[disabled]") is None
    assert form.select_one("[name=everyday_names]").text.strip() == NAMES


def test_who_has_it_finds_them_open(team, page):
    assert shown(browser_of(team[Role.CHECKER]), page).select_one("fieldset[disabled]") is None


def test_what_was_typed_before_it_was_handed_in_elsewhere_comes_back(team, page):
    page.current_workflow_state.cancel(user=team[Role.WRITER])
    form = DeskForm.open(browser_of(team[Role.WRITER]), page.pk)
    held = ProcedurePage.objects.get()
    held.get_workflow().start(held, team[Role.WRITER])
    answer = form.send(everyday_names="thẻ sáo")
    again = BeautifulSoup(answer.content, "html.parser")
    assert again.select_one("fieldset[disabled] [name=everyday_names]").text.strip() == "thẻ sáo"
    assert ProcedurePage.objects.get().get_latest_revision_as_object().everyday_names == NAMES
