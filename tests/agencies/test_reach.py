"""Of which agencies somebody sees what is not published."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from agencies.models import Agency, Role, RoleGroup
from agencies.reach import agencies_of, forget
from cms.models import Editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def registry() -> dict[str, Agency]:
    """A department with a branch and the branch's counter, and another department."""
    sky = Agency.objects.create(name="Sở Gió", kind="department")
    branch = Agency.objects.create(name="Chi cục Bão", kind="provincial_body", parent=sky)
    counter = Agency.objects.create(name="Quầy Bão", kind="counter", parent=branch)
    sea = Agency.objects.create(name="Sở Mây", kind="department")
    return {"sky": sky, "branch": branch, "counter": counter, "sea": sea}


def person(role: str = "", agency: Agency | None = None) -> Editor:
    """An account with one role."""
    editor = Editor.objects.create_user("lan")
    if role:
        editor.groups.add(Group.objects.create(name="Nhóm"))
        RoleGroup.objects.create(group=editor.groups.get(), role=role, agency=agency)
    return editor


def seen(editor, *roles: str) -> set[str]:
    return set(
        agencies_of(editor, *([roles] if roles else []))
        .narrow(Agency.objects.all(), "pk")
        .values_list("name", flat=True)
    )


def test_a_role_holds_for_its_agency_and_all_below(registry):
    assert seen(person("writer", registry["branch"])) == {"Chi cục Bão", "Quầy Bão"}
    reach = agencies_of(Editor.objects.get())
    assert [registry[name].pk in reach for name in registry] == [False, True, True, False]
    assert None not in reach


def test_a_role_of_the_whole_portal_and_a_superuser_reach_all_and_what_is_nobodys(registry):
    for editor in (person("publisher"), Editor.objects.create_superuser("truong")):
        reach = agencies_of(editor)
        assert reach.is_all
        assert None in reach
        assert seen(editor) == {each.name for each in registry.values()}


def test_keeping_the_catalogue_opens_no_agency(registry):
    assert not agencies_of(person("keeper"))


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_active": False, "is_superuser": True}])
def test_who_is_disabled_not_signed_in_or_without_a_role_reaches_none(registry, change):
    editor = person("writer", registry["sky"])
    Editor.objects.update(**change)
    for each in (AnonymousUser(), Editor.objects.get(), Editor.objects.create_user("khac")):
        assert not agencies_of(each)
    assert not seen(Editor.objects.get(pk=editor.pk))


def test_one_may_ask_for_some_roles_alone(registry):
    editor = person("writer", registry["sky"])
    assert seen(editor, Role.WRITER)
    assert not seen(editor, Role.UNIT_ADMIN)


def test_it_is_asked_once_and_anew_after_a_change(registry, django_assert_num_queries):
    editor = person("writer", registry["sky"])
    with django_assert_num_queries(2):
        assert [bool(agencies_of(editor)) for _ in range(3)] == [True] * 3
    editor.groups.clear()
    forget(editor)
    assert not agencies_of(editor)


def test_superiors_that_go_round_end_the_climb(registry):
    Agency.objects.filter(name="Sở Gió").update(parent=registry["counter"])
    assert len(seen(person("writer", registry["counter"]))) == 3
