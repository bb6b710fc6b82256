"""Portals from before roles had agencies go on as they were: who was in a group has what it stood for."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, PageViewRestriction, TaskState

from agencies.models import Role, RoleGroup
from cms.access.giving import roles_of
from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import HomePage
from tests.editors import OFFICERS, browser_of
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
WRITERS, REVIEWERS = "Biên tập viên", "Người duyệt"


@pytest.fixture
def people() -> dict[str, Editor]:
    """One in each of the groups of before; reviewers were asked by the one workflow."""
    found = {}
    for name in (WRITERS, REVIEWERS, OFFICERS):
        found[name] = Editor.objects.create_user(name)
        found[name].groups.add(Group.objects.create(name=name))
    GroupApprovalTask.objects.get().groups.set([Group.objects.get(name=REVIEWERS)])
    return found


def test_each_has_the_roles_that_his_group_stood_for_in_the_whole_portal(people):
    ensure_access()
    assert {name: [role for role, _ in roles_of(each)] for name, each in people.items()} == {
        WRITERS: [Role.WRITER],
        REVIEWERS: [Role.CHECKER, Role.PUBLISHER, Role.KEEPER],
        OFFICERS: [Role.OFFICER],
    }
    assert {agency for each in people.values() for _, agency in roles_of(each)} == {None}


def test_the_old_groups_are_gone_and_all_that_are_there_are_of_roles(people):
    ensure_access()
    assert Group.objects.count() == RoleGroup.objects.count() == len(Role)


def test_what_waits_for_review_waits_for_the_publishers(people):
    page = make_content(HomePage.objects.get(), "Hướng dẫn")
    page.save_revision(user=people[WRITERS])
    page.get_workflow().start(page, people[WRITERS])
    ensure_access()
    reviewer = Editor.objects.get(pk=people[REVIEWERS].pk)
    assert [state.task.name for state in TaskState.objects.reviewable_by(reviewer)] == [
        GroupApprovalTask.objects.get().name
    ]


def test_who_might_read_a_closed_page_may_go_on_reading_it(people):
    page = make_content(HomePage.objects.get(), "Kín")
    closed = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    closed.groups.add(Group.objects.get(name=WRITERS))
    ensure_access()
    assert set(closed.groups.all()) & set(people[WRITERS].groups.all())


def test_an_open_session_goes_on(people):
    client = browser_of(people[REVIEWERS])
    ensure_access()
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_a_group_that_the_province_has_made_itself_is_left_alone(people):
    own = Group.objects.create(name="Nhóm của tỉnh")
    people[WRITERS].groups.add(own)
    ensure_access()
    assert own in people[WRITERS].groups.all()
