"""A role is given for an agency with all that stand under it, or for the whole portal, and taken again."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, GroupPagePermission, Site, Task, Workflow

from agencies.models import Agency, Role, RoleGroup
from agencies.reach import agencies_of
from cms.access.giving import give, roles_of, take, take_all
from cms.access.upkeep import ensure_access
from cms.models import Editor
from procedures_catalog.models import ProcedureShelfPage
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def registry() -> dict[str, Agency]:
    """A department with a branch, and another department; each with a shelf."""
    sky = Agency.objects.create(name="Sở Gió", kind="department")
    branch = Agency.objects.create(name="Chi cục Bão", kind="provincial_body", parent=sky)
    sea = Agency.objects.create(name="Sở Mây", kind="department")
    for each in (sky, branch, sea):
        shelf(each)
    return {"sky": sky, "branch": branch, "sea": sea}


def may_add(editor: Editor) -> list[str]:
    fresh = Editor.objects.get(pk=editor.pk)
    shelves = ProcedureShelfPage.objects.exclude(agency=None).order_by("agency_id")
    return [each.title for each in shelves if each.permissions_for_user(fresh).can_add_subpage()]


def test_a_writer_adds_on_the_shelves_of_his_agency_and_of_those_below_it(registry):
    assert may_add(member(Role.WRITER, registry["sky"])) == ["Sở Gió", "Chi cục Bão"]
    assert may_add(member(Role.WRITER, registry["branch"])) == ["Chi cục Bão"]


def test_a_role_of_the_whole_portal_holds_below_the_home_page(registry):
    editor = member(Role.WRITER)
    assert may_add(editor) == ["Sở Gió", "Chi cục Bão", "Sở Mây"]
    home = Site.objects.get(is_default_site=True).root_page
    assert home.permissions_for_user(editor).can_add_subpage()


def test_the_group_is_made_once_when_it_is_first_given(registry):
    assert not RoleGroup.objects.exists()
    for name in ("lan", "minh"):
        member(Role.WRITER, registry["sky"], name)
    assert list(Group.objects.values_list("name", flat=True)) == ["Soạn thảo – Sở Gió"]
    assert RoleGroup.objects.get().agency == registry["sky"]


def test_agencies_of_one_name_have_groups_of_their_own(registry):
    again = Agency.objects.create(name="Sở Gió", kind="department")
    member(Role.WRITER, registry["sky"])
    member(Role.WRITER, again)
    assert set(Group.objects.values_list("name", flat=True)) == {"Soạn thảo – Sở Gió", "Soạn thảo – Sở Gió (2)"}


def test_no_agency_gives_the_role_of_who_keeps_what_is_nobodys(registry):
    editor = Editor.objects.create_user("lan")
    with pytest.raises(ValidationError, match="là của toàn cổng"):
        give(editor, Role.KEEPER, registry["sky"])
    assert not editor.groups.exists()
    give(editor, Role.KEEPER)
    assert editor.has_perm("search.publish_synonymrule")


def test_who_worked_for_no_agency_works_for_the_one_that_gives_him_a_role(registry):
    editor = Editor.objects.create_user("lan")
    give(editor, Role.WRITER, registry["sky"])
    give(editor, Role.CHECKER, registry["sea"])
    assert Editor.objects.get().agency == registry["sky"]
    assert roles_of(editor) == [(Role.WRITER, registry["sky"]), (Role.CHECKER, registry["sea"])]


def test_given_again_it_is_the_same(registry):
    editor = member(Role.WRITER, registry["sky"])
    before = list(GroupPagePermission.objects.values_list("pk", flat=True))
    give(editor, Role.WRITER, registry["sky"])
    assert list(GroupPagePermission.objects.values_list("pk", flat=True)) == before
    assert editor.groups.count() == 1


def test_what_is_taken_is_gone_at_once_also_in_an_open_session(registry):
    editor = member(Role.WRITER, registry["sky"])
    open_session = browser_of(editor)
    assert open_session.get(reverse("wagtailadmin_home")).status_code == 200
    assert take(editor, Role.WRITER, registry["sky"])
    assert open_session.get(reverse("wagtailadmin_home")).status_code == 302
    assert not take(editor, Role.WRITER, registry["sky"])
    assert not agencies_of(editor)


def test_who_leaves_keeps_nothing(registry):
    editor = member(Role.WRITER, registry["sky"])
    give(editor, Role.OFFICER, registry["branch"])
    editor.user_permissions.add(Permission.objects.first())
    editor.groups.add(Group.objects.create(name="Nhóm khác"))
    assert editor.get_all_permissions()
    take_all(editor, timezone.now())
    assert not editor.get_all_permissions()
    assert not editor.groups.exists()


def test_a_shelf_that_is_made_later_is_the_roles_too(registry):
    editor = member(Role.WRITER, registry["sky"])
    board = Agency.objects.create(name="Ban Diều", kind="other", parent=registry["branch"])
    shelf(board)
    assert may_add(editor) == ["Sở Gió", "Chi cục Bão", "Ban Diều"]


def test_an_agency_that_gets_another_superior_takes_its_rights_along(registry):
    old, new = member(Role.WRITER, registry["sky"]), member(Role.WRITER, registry["sea"])
    registry["branch"].parent = registry["sea"]
    registry["branch"].save()
    assert may_add(old) == ["Sở Gió"]
    assert may_add(new) == ["Chi cục Bão", "Sở Mây"]


def test_an_agency_that_is_renamed_renames_what_is_called_by_its_name(registry):
    member(Role.CHECKER, registry["sky"])
    typed = shelf(registry["branch"])
    typed.title = "Bão"
    typed.save()
    for agency, name in ((registry["sky"], "Sở Nắng"), (registry["branch"], "Chi cục Lũ")):
        agency.name = name
        agency.save()
    assert Group.objects.filter(name="Thẩm định – Sở Nắng").exists()
    assert Collection.objects.filter(name="Sở Nắng").exists()
    assert Workflow.objects.filter(name="Duyệt của Sở Nắng").exists()
    assert set(Task.objects.exclude(name="Duyệt trước khi công bố").values_list("name", flat=True)) >= {
        "Thẩm định – Sở Nắng",
        "Duyệt và công bố – Chi cục Lũ",
    }
    assert [shelf(registry[name]).title for name in ("sky", "branch")] == ["Sở Nắng", "Bão"]


def test_what_a_hand_took_or_added_is_put_right(registry):
    ensure_access()
    editor = member(Role.WRITER, registry["sky"])
    GroupPagePermission.objects.filter(page=shelf(registry["sky"])).delete()
    editor.groups.get().permissions.set(Permission.objects.filter(codename="change_editor"))
    ensure_access()
    assert may_add(editor) == ["Sở Gió", "Chi cục Bão"]
    fresh = Editor.objects.get(pk=editor.pk)
    assert not fresh.has_perm("cms.change_editor")
    assert fresh.has_perm("wagtailadmin.access_admin")


def test_made_again_all_groups_are_the_same(registry):
    ensure_access()
    member(Role.PUBLISHER, registry["sky"])

    def state():
        return sorted(Group.objects.values_list("name", "permissions", "page_permissions", "collection_permissions"))

    before = state()
    ensure_access()
    assert state() == before
