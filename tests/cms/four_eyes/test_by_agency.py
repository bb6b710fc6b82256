"""Four eyes where roles are an agency's: its checkers and publishers, and an office in which one person does it all."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import Agency, Role
from cms.access.giving import give
from cms.access.upkeep import ensure_access
from cms.four_eyes.emergency import may_confirm
from cms.models import Editor
from pages.four_eyes.gate import OWN_CHANGE
from pages.models import EmergencyPublication
from procedures_catalog.models import ProcedurePage
from tests.cms.desk.form import DeskForm
from tests.cms.four_eyes.test_emergency import WHY, front, publish_alone, screen
from tests.cms.four_eyes.test_page_form import shown
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NAMES = "thẻ diều"


@pytest.fixture
def agency() -> Agency:
    """A department, with its shelf."""
    ensure_access()
    return Agency.objects.create(name="Sở Gió", kind="department")


@pytest.fixture
def team(agency) -> dict[Role, Editor]:
    """One for each step."""
    return {role: member(role, agency) for role in (Role.WRITER, Role.CHECKER, Role.PUBLISHER)}


@pytest.fixture
def page(agency) -> Callable[[Editor], ProcedurePage]:
    """A public procedure on the agency's shelf with somebody's draft."""

    def write(author: Editor) -> ProcedurePage:
        published("1.100001")
        held = ProcedurePage.objects.get()
        held.move(shelf(agency), "last-child")
        held = ProcedurePage.objects.get()
        held.everyday_names = NAMES
        held.save_revision(user=author)
        return ProcedurePage.objects.get()

    return write


def approve(user: Editor, page: ProcedurePage, **typed: str) -> str:
    """Opens the form, types and presses "Duyệt"; what citizens read then."""
    DeskForm.open(browser_of(user), page.pk).send("workflow-action", **{"workflow-action-name": "approve"} | typed)
    return ProcedurePage.objects.get().everyday_names


def test_a_draft_goes_from_its_author_to_a_checker_to_a_publisher(team, page):
    draft = page(team[Role.WRITER])
    draft.get_workflow().start(draft, team[Role.WRITER])
    assert approve(team[Role.CHECKER], draft) == ""
    assert approve(team[Role.PUBLISHER], draft) == NAMES
    assert ProcedurePage.objects.get().live_revision.user == team[Role.WRITER]


def test_a_checker_who_corrects_waits_for_another_checker(agency, team, page):
    draft = page(team[Role.WRITER])
    draft.get_workflow().start(draft, team[Role.WRITER])
    step = draft.current_workflow_task
    approve(team[Role.CHECKER], draft, everyday_names="thẻ diều giấy")
    approve(team[Role.CHECKER], draft)
    assert ProcedurePage.objects.get().current_workflow_task == step
    second = member(Role.CHECKER, agency, "tham-dinh-2")
    approve(second, draft)
    assert ProcedurePage.objects.get().current_workflow_task != step
    assert approve(team[Role.PUBLISHER], draft) == "thẻ diều giấy"


def test_a_publisher_who_wrote_it_is_not_told_that_it_waits_for_him(team, page):
    draft = page(team[Role.PUBLISHER])
    draft.get_workflow().start(draft, team[Role.WRITER])
    approve(team[Role.CHECKER], draft)
    told = shown(browser_of(team[Role.PUBLISHER]), draft).select_one(".messages").get_text()
    assert OWN_CHANGE in told
    assert "chờ bạn duyệt" not in told
    assert approve(team[Role.PUBLISHER], draft) == ""


def test_an_office_of_one_person_has_the_emergency_and_a_superior_looks_at_it(agency, page):
    commune = Agency.objects.create(name="Xã Diều", kind="commune", parent=agency)
    alone = member(Role.WRITER, commune, "mot-minh")
    give(alone, Role.PUBLISHER, commune)
    draft = page(Editor.objects.create_user("khac"))
    draft.move(shelf(commune), "last-child")
    draft = ProcedurePage.objects.get()
    draft.everyday_names = "giấy diều"
    draft.save_revision(user=alone)
    DeskForm.open(browser_of(alone), draft.pk).send("publish")
    assert ProcedurePage.objects.get().everyday_names == ""
    assert publish_alone(browser_of(alone), screen(draft)).status_code == 302
    assert ProcedurePage.objects.get().everyday_names == "giấy diều"
    told = EmergencyPublication.objects.get()
    elsewhere = member(Role.PUBLISHER, Agency.objects.create(name="Sở Mây", kind="department"))
    superior = member(Role.PUBLISHER, agency, "cap-tren")
    assert [may_confirm(told, user) for user in (alone, elsewhere, superior)] == [False, False, True]
    assert WHY in front(elsewhere).get_text()


def test_the_form_asks_no_more_for_many_drafts_than_for_one(team, page):
    draft, client = page(team[Role.PUBLISHER]), browser_of(team[Role.PUBLISHER])
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    counts = []
    for number in (1, 8):
        for turn in range(number):
            draft.everyday_names = f"thẻ diều {number}.{turn}"
            draft.save_revision(user=team[Role.PUBLISHER])
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]
