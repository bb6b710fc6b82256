"""Whose accounts an agency's administrator keeps."""

import pytest
from django.contrib.auth.models import Group, Permission

from agencies.models import Agency, Role
from cms.access.accounts import AccountsPolicy, accounts_of, may_keep
from cms.access.giving import give
from cms.models import Editor
from tests.editors import member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def registry() -> dict[str, Agency]:
    """A department with a branch, and another department."""
    sky = Agency.objects.create(name="Sở Gió", kind="department")
    branch = Agency.objects.create(name="Chi cục Bão", kind="provincial_body", parent=sky)
    return {"sky": sky, "branch": branch, "sea": Agency.objects.create(name="Sở Mây", kind="department")}


@pytest.fixture
def people(registry) -> None:
    """A writer of each agency, one without an agency, an administrator of the portal."""
    for name, agency in registry.items():
        member(Role.WRITER, agency, name)
    Editor.objects.create_user("nobody")
    Editor.objects.create_superuser("root", agency=registry["sky"])


def kept_by(editor: Editor) -> set[str]:
    return set(accounts_of(editor).exclude(pk=editor.pk).values_list("username", flat=True))


def test_those_of_his_agency_and_of_what_stands_under_it(registry, people):
    assert kept_by(member(Role.UNIT_ADMIN, registry["sky"])) == {"sky", "branch"}
    assert kept_by(member(Role.UNIT_ADMIN, registry["branch"])) == {"branch"}


def test_an_administrator_of_the_portal_keeps_all_and_who_keeps_all_units_keeps_no_administrator(registry, people):
    everybody = {"sky", "branch", "sea", "nobody"}
    assert kept_by(Editor.objects.get(username="root")) == everybody
    assert kept_by(member(Role.UNIT_ADMIN)) == everybody


def test_the_desk_is_answered_of_one_account_what_is_so_of_the_rows(registry, people):
    policy, root = AccountsPolicy(Editor), Editor.objects.get(username="root")
    admin = member(Role.UNIT_ADMIN, registry["sky"])
    for name, is_his in {"branch": True, "sea": False}.items():
        person = Editor.objects.get(username=name)
        for who, may in ((root, True), (admin, is_his)):
            assert policy.user_has_permission_for_instance(who, "change", person) == may
            assert policy.user_has_any_permission_for_instance(who, ["change", "delete"], person) == may


@pytest.mark.parametrize("role", [role for role in Role if role != Role.UNIT_ADMIN])
def test_no_other_role_keeps_accounts(registry, people, role):
    assert kept_by(member(role, None if role == Role.KEEPER else registry["sky"])) == set()
    assert kept_by(member(role, name="khac")) == set()


@pytest.mark.parametrize("more", ["other agency", "whole portal", "group", "right"])
def test_who_may_do_something_elsewhere_is_not_his(registry, people, more):
    admin, person = member(Role.UNIT_ADMIN, registry["sky"]), Editor.objects.get(username="branch")
    assert may_keep(admin, person)
    if more == "other agency":
        give(person, Role.CHECKER, registry["sea"])
    elif more == "whole portal":
        give(person, Role.PUBLISHER)
    elif more == "group":
        person.groups.add(Group.objects.create(name="Nhóm khác"))
    else:
        person.user_permissions.add(Permission.objects.get(codename="change_sector"))
    assert not may_keep(admin, person)
