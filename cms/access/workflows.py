"""The way of drafts: what stands on an agency's shelf goes to whoever checks for the agency, where somebody does, and
then to whoever publishes for it; what is nobody's goes to the publishers of the whole portal."""

from collections.abc import Iterable, Mapping, Sequence

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import GroupApprovalTask, TaskState, Workflow, WorkflowPage, WorkflowTask

from agencies.models import Agency, AgencyDesk, Role, RoleGroup
from agencies.reach import line_of, parents_of_all
from cms.access.collections import collection_of
from cms.access.groups import group_of
from cms.access.page_rights import shelves_of_agencies

#: The steps of an agency's workflow in their order.
STEPS = {Role.CHECKER: "Thẩm định", Role.PUBLISHER: "Duyệt và công bố"}
OF_ALL, STEP_OF_ALL = "Soạn và duyệt", "Duyệt trước khi công bố"
_FIRST_OF_WAGTAIL = "Moderators approval"
_LONGEST = 255


def put_workflows_right(agencies: Iterable[int] | None = None) -> None:
    """Makes the workflows of agencies that have checkers or publishers, and puts their steps right; None: of all
    agencies with a shelf. Run again, it changes nothing."""
    parents, shelves = parents_of_all(), shelves_of_agencies()
    named = Agency.objects.in_bulk(shelves.keys() if agencies is None else shelves.keys() & set(agencies))
    for agency in named.values():
        groups = _groups_by_step(line_of(agency.pk, parents))
        if any(row.agency_id for rows in groups.values() for row in rows):
            workflow = _workflow_of(agency)
            _assign(workflow, shelves[agency.pk])
            _put_steps(workflow, agency, groups)


def ensure_workflow_of_all() -> None:
    """Wagtail's first workflow asked a group of its own, which is gone: it asks the publishers of the whole portal."""
    publishers = group_of(Role.PUBLISHER, None)
    for task in GroupApprovalTask.objects.filter(groups=None):
        task.name = STEP_OF_ALL
        task.save()
        task.groups.set([publishers])
    Workflow.objects.filter(name=_FIRST_OF_WAGTAIL).update(name=OF_ALL)


def _groups_by_step(line: Sequence[int]) -> dict[Role, list[RoleGroup]]:
    """Step → the groups of those who may take it: of the agency, of its superiors and of the whole portal."""
    rows = RoleGroup.objects.filter(role__in=STEPS, agency__in=line) | RoleGroup.objects.filter(
        role__in=STEPS, agency=None
    )
    found: dict[Role, list[RoleGroup]] = {role: [] for role in STEPS}
    for row in rows.select_related("group").order_by("pk"):
        found[Role(row.role)].append(row)
    return found


def _workflow_of(agency: Agency) -> Workflow:
    collection_of(agency)  # makes the desk
    desk = AgencyDesk.objects.select_related("workflow").get(agency=agency)
    name = f"Duyệt của {agency.name}"[:_LONGEST]
    if desk.workflow is None:
        desk.workflow = Workflow.objects.create(name=name)
        desk.save()
    _name(desk.workflow, name)
    return desk.workflow


def _name(named: Workflow | GroupApprovalTask, name: str) -> None:
    """An agency's new name."""
    if named.name != name:
        named.name = name
        named.save()


def _assign(workflow: Workflow, shelves: Iterable[int]) -> None:
    """A shelf to which an administrator gave another workflow keeps that."""
    for shelf in shelves:
        WorkflowPage.objects.get_or_create(page_id=shelf, defaults={"workflow": workflow})


def _put_steps(workflow: Workflow, agency: Agency, groups: Mapping[Role, Sequence[RoleGroup]]) -> None:
    """Publishing is the whole portal's, too, so that it is somebody's in any case. Checking is left out while nobody of
    the agency or of a superior checks: who does it for the whole portal helps, and is not waited for."""
    checkers, publishers = ([row.group for row in groups[role]] for role in STEPS)
    is_checked = _has_somebody(row.group_id for row in groups[Role.CHECKER] if row.agency_id)
    _put_step(workflow, agency, Role.CHECKER, checkers, is_checked)
    _put_step(workflow, agency, Role.PUBLISHER, {*publishers, group_of(Role.PUBLISHER, None)}, True)


def _put_step(workflow: Workflow, agency: Agency, role: Role, groups: Iterable[Group], is_taken: bool) -> None:
    task = _task_of(workflow, role)
    name = f"{STEPS[role]} – {agency.name}"[:_LONGEST]
    if task is None and is_taken:
        task = GroupApprovalTask.objects.create(name=name)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=list(STEPS).index(role))
    if task is not None:
        _name(task, name)
        _set_groups(task, groups)
        _let_be(task, is_taken)


def _task_of(workflow: Workflow, role: Role) -> GroupApprovalTask | None:
    tasks = GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow, groups__role_group__role=role)
    return tasks.order_by("pk").first()


def _has_somebody(groups: Iterable[int]) -> bool:
    return Group.objects.filter(pk__in=list(groups), user__is_active=True).exists()


def _set_groups(task: GroupApprovalTask, groups: Iterable[Group]) -> None:
    wanted = {group.pk for group in groups}
    if set(task.groups.values_list("pk", flat=True)) != wanted:
        task.groups.set(wanted)


def _let_be(task: GroupApprovalTask, is_taken: bool) -> None:
    """What waits at a step that is given up goes on to the next."""
    if task.active == is_taken:
        return
    task.active = is_taken
    task.save()
    waiting = TaskState.objects.filter(task=task, status=TaskState.STATUS_IN_PROGRESS)
    for state in [] if is_taken else waiting.select_related("workflow_state"):
        state.status, state.finished_at = TaskState.STATUS_SKIPPED, timezone.now()
        state.save()
        state.workflow_state.update()
