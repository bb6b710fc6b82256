"""What the roles may do."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask

from cms.models import Editor
from cms.roles import OFFICERS, PAGE_PERMISSIONS, ensure_roles

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(portal) -> Editor:
    """Somebody in the officers' group."""
    ensure_roles()
    editor = Editor.objects.create_user("can-bo")
    editor.groups.add(Group.objects.get(name=OFFICERS))
    return editor


def test_an_officer_may_print_and_post_and_nothing_else(officer):
    assert officer.get_all_permissions() == {"posting.add_postedpaper", "posting.change_postedpaper"}


def test_the_editors_desk_stays_closed_to_an_officer(client, officer):
    client.force_login(officer)
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_made_again_the_roles_are_the_same(officer):
    before = sorted(Group.objects.values_list("name", "permissions"))
    ensure_roles()
    assert sorted(Group.objects.values_list("name", "permissions")) == before


def test_only_our_own_groups_are_there_and_reviewers_approve(officer):
    assert set(Group.objects.values_list("name", flat=True)) == {*PAGE_PERMISSIONS, OFFICERS}
    assert [group.name for task in GroupApprovalTask.objects.all() for group in task.groups.all()] == ["Người duyệt"]
