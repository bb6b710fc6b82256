"""A draft of an agency goes to the agency's checkers, where there are any, then to its publishers."""

import pytest
from wagtail.models import TaskState, Workflow, WorkflowPage

from agencies.models import Agency, Role
from cms.access.giving import take
from cms.access.upkeep import ensure_access
from cms.models import Editor
from procedures_catalog.models import ProcedurePage
from tests.editors import member
from tests.procedures_catalog.factories import page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def registry() -> dict[str, Agency]:
    """A department with a branch, and another department; each with a shelf."""
    ensure_access()
    sky = Agency.objects.create(name="Sở Gió", kind="department")
    branch = Agency.objects.create(name="Chi cục Bão", kind="provincial_body", parent=sky)
    sea = Agency.objects.create(name="Sở Mây", kind="department")
    for each in (sky, branch, sea):
        shelf(each)
    return {"sky": sky, "branch": branch, "sea": sea}


def draft_of(agency: Agency, writer: Editor, code: str = "1.100001") -> ProcedurePage:
    """A procedure of the agency's with a change that the writer has handed in."""
    published(code).move(shelf(agency), pos="last-child")
    page = page_of(code)
    page.everyday_names = "thẻ diều"
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    return page


def awaited(*people: Editor) -> list[list[str]]:
    """What waits for each of these people: names of steps."""
    fresh = [Editor.objects.get(pk=each.pk) for each in people]
    return [[state.task.name for state in TaskState.objects.reviewable_by(each)] for each in fresh]


def approve(person: Editor) -> None:
    (state,) = TaskState.objects.reviewable_by(Editor.objects.get(pk=person.pk))
    state.specific.approve(user=person)


def test_it_goes_to_the_own_checkers_then_to_the_own_publishers_and_to_no_other_agencys(registry):
    sky, sea = registry["sky"], registry["sea"]
    checker, publisher = member(Role.CHECKER, sky), member(Role.PUBLISHER, sky)
    others = [member(Role.CHECKER, sea), member(Role.PUBLISHER, sea)]
    page = draft_of(sky, member(Role.WRITER, sky))
    assert awaited(checker, publisher, *others) == [["Thẩm định – Sở Gió"], [], [], []]
    approve(checker)
    assert awaited(checker, publisher, *others) == [[], ["Duyệt và công bố – Sở Gió"], [], []]
    approve(publisher)
    assert page_of(page.code).everyday_names == "thẻ diều"


def test_the_superiors_checkers_and_publishers_may_take_the_steps_of_what_stands_under_it(registry):
    checker, publisher = member(Role.CHECKER, registry["sky"]), member(Role.PUBLISHER, registry["sky"])
    draft_of(registry["branch"], member(Role.WRITER, registry["branch"]))
    approve(checker)
    assert awaited(publisher) == [["Duyệt và công bố – Chi cục Bão"]]


def test_without_a_checker_it_goes_straight_to_the_publisher(registry):
    publisher = member(Role.PUBLISHER, registry["sky"])
    draft_of(registry["sky"], member(Role.WRITER, registry["sky"]))
    assert awaited(publisher) == [["Duyệt và công bố – Sở Gió"]]


def test_an_agency_without_either_asks_the_publishers_of_the_whole_portal(registry):
    publisher = member(Role.PUBLISHER)
    draft_of(registry["sky"], member(Role.WRITER, registry["sky"]))
    assert awaited(publisher) == [["Duyệt trước khi công bố"]]
    assert Workflow.objects.count() == 1


def test_what_waits_for_the_last_checker_goes_on_when_he_leaves(registry):
    checker, publisher = member(Role.CHECKER, registry["sky"]), member(Role.PUBLISHER, registry["sky"])
    draft_of(registry["sky"], member(Role.WRITER, registry["sky"]))
    take(checker, Role.CHECKER, registry["sky"])
    assert awaited(publisher) == [["Duyệt và công bố – Sở Gió"]]


def test_who_is_disabled_is_not_waited_for(registry):
    checker, publisher = member(Role.CHECKER, registry["sky"]), member(Role.PUBLISHER, registry["sky"])
    draft_of(registry["sky"], member(Role.WRITER, registry["sky"]))
    checker.is_active = False
    checker.save()
    assert awaited(publisher) == [["Duyệt và công bố – Sở Gió"]]
    checker.is_active = True
    checker.save()
    draft_of(registry["sky"], Editor.objects.get(username__startswith="writer"), "1.100002")
    assert awaited(checker) == [["Thẩm định – Sở Gió"]]


def test_a_shelf_that_was_given_another_workflow_by_hand_keeps_it(registry):
    other = Workflow.objects.create(name="Riêng")
    WorkflowPage.objects.create(page=shelf(registry["sky"]), workflow=other)
    member(Role.PUBLISHER, registry["sky"])
    assert WorkflowPage.objects.get(page=shelf(registry["sky"])).workflow == other


def test_put_right_again_nothing_changes(registry):
    member(Role.CHECKER, registry["sky"])

    def state():
        return sorted(Workflow.objects.values_list("name", "workflow_tasks__task", "workflow_pages__page"))

    before = state()
    ensure_access()
    assert state() == before
