"""Who wrote at a draft reads who else may take the step; where nobody else may, the step is passed on to the next, and
of every word there is still another pair of eyes."""

import pytest
from wagtail.models import PageLogEntry, TaskState

from agencies.models import Agency, Role
from cms.access.giving import give
from cms.access.upkeep import ensure_access
from cms.four_eyes.second_pair import LABEL, PASS_ON, PASSED_ON
from cms.models import Editor
from procedures_catalog.models import ProcedurePage
from tests.cms.desk.form import DeskForm
from tests.cms.four_eyes.test_page_form import shown
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
FIXED = "thẻ diều giấy"
NOBODY = "Hiện không có ai khác làm được"


@pytest.fixture
def agency() -> Agency:
    """A department."""
    ensure_access()
    return Agency.objects.create(name="Sở Gió", kind="department")


@pytest.fixture
def team(agency) -> dict[Role, Editor]:
    """One for each step."""
    return {role: member(role, agency) for role in (Role.WRITER, Role.CHECKER, Role.PUBLISHER)}


@pytest.fixture
def draft(agency, team) -> ProcedurePage:
    """The writer's draft on the agency's shelf, handed in."""
    published("1.100001")
    ProcedurePage.objects.get().move(shelf(agency), "last-child")
    page = ProcedurePage.objects.get()
    page.everyday_names = "thẻ diều"
    page.save_revision(user=team[Role.WRITER])
    page.get_workflow().start(page, team[Role.WRITER])
    return ProcedurePage.objects.get()


def act(user: Editor, page: ProcedurePage, name: str = "approve", **typed: str) -> ProcedurePage:
    """Opens the form, types and presses a button of the review; the page as it is then."""
    DeskForm.open(browser_of(user), page.pk).send("workflow-action", **{"workflow-action-name": name} | typed)
    return ProcedurePage.objects.get()


def told(user: Editor, page: ProcedurePage) -> str:
    """What stands above his form; "" for nothing."""
    messages = shown(browser_of(user), page).select_one(".messages")
    return messages.get_text(" ", strip=True) if messages else ""


def buttons(user: Editor, page: ProcedurePage) -> list[str]:
    """Those of the review in his form."""
    form = shown(browser_of(user), page)
    return [button["data-workflow-action-name"] for button in form.select("[data-workflow-action-name]")]


def test_the_only_checker_who_corrects_passes_it_on_and_the_publisher_reads_both(team, draft):
    checker, publisher = team[Role.CHECKER], team[Role.PUBLISHER]
    act(checker, draft, everyday_names=FIXED)
    said = told(checker, draft)
    assert (LABEL in said, publisher.named() in said) == (True, True)
    assert PASS_ON in buttons(checker, draft)
    page = act(checker, draft, PASS_ON)
    assert page.everyday_names == ""
    assert page.current_workflow_task.name.startswith("Duyệt và công bố")
    assert act(publisher, draft).everyday_names == FIXED


def test_correcting_and_passing_on_is_one_press_once_he_has_a_hand_in_it(team, draft):
    act(team[Role.CHECKER], draft, everyday_names="thẻ")
    act(team[Role.CHECKER], draft, PASS_ON, everyday_names=FIXED)
    assert act(team[Role.PUBLISHER], draft).everyday_names == FIXED


def test_the_history_tells_who_passed_it_on(team, draft):
    act(team[Role.CHECKER], draft, everyday_names=FIXED)
    act(team[Role.CHECKER], draft, PASS_ON)
    line = PageLogEntry.objects.get(action=PASSED_ON)
    assert (line.user, line.page_id) == (team[Role.CHECKER], draft.pk)
    step = TaskState.objects.filter(workflow_state__object_id=str(draft.pk)).order_by("pk").first()
    assert (step.status, step.finished_by) == ("skipped", team[Role.CHECKER])


def test_with_a_second_checker_nothing_is_passed_on_and_he_is_named(agency, team, draft):
    second = member(Role.CHECKER, agency, "tham-dinh-2")
    act(team[Role.CHECKER], draft, everyday_names=FIXED)
    assert PASS_ON not in buttons(team[Role.CHECKER], draft)
    assert "Làm được: tham-dinh-2" in told(team[Role.CHECKER], draft)
    step = draft.current_workflow_task
    assert act(team[Role.CHECKER], draft, PASS_ON).current_workflow_task == step
    assert act(second, draft).current_workflow_task != step


def test_who_checks_for_the_whole_portal_is_not_waited_for(team, draft):
    member(Role.CHECKER, None, "tham-dinh-chung")
    act(team[Role.CHECKER], draft, everyday_names=FIXED)
    assert PASS_ON in buttons(team[Role.CHECKER], draft)


def test_who_wrote_nothing_passes_nothing_on(team, draft):
    assert PASS_ON not in buttons(team[Role.CHECKER], draft)
    step = draft.current_workflow_task
    assert act(team[Role.CHECKER], draft, PASS_ON).current_workflow_task == step
    assert PASS_ON not in buttons(team[Role.WRITER], draft)


def test_who_writes_checks_and_has_nobody_beside_him_hands_on_to_the_publisher(agency, team, draft):
    give(team[Role.WRITER], Role.CHECKER, agency)
    Editor.objects.filter(pk=team[Role.CHECKER].pk).update(is_active=False)
    act(team[Role.WRITER], draft, PASS_ON)
    assert act(team[Role.PUBLISHER], draft).everyday_names == "thẻ diều"


def test_where_everybody_wrote_the_form_says_what_to_do(team, draft):
    act(team[Role.CHECKER], draft)
    act(team[Role.PUBLISHER], draft, everyday_names=FIXED)
    assert NOBODY in told(team[Role.PUBLISHER], draft)
    assert PASS_ON not in buttons(team[Role.PUBLISHER], draft)
    member(Role.PUBLISHER, None, "cong-bo-chung")
    assert "Làm được: cong-bo-chung" in told(team[Role.PUBLISHER], draft)


def test_a_step_behind_which_everybody_wrote_is_not_passed_on_to(team, draft):
    act(team[Role.CHECKER], draft, everyday_names="thẻ")
    page = ProcedurePage.objects.get().get_latest_revision_as_object()
    page.everyday_names = FIXED
    page.save_revision(user=team[Role.PUBLISHER])
    assert PASS_ON not in buttons(team[Role.CHECKER], draft)
    assert NOBODY in told(team[Role.CHECKER], draft)
