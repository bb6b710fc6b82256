"""The demonstration's accounts show how agencies are apart: each does his own department's work and no other's."""

import pytest
from wagtail.models import TaskState

from agencies.models import Role
from cms.access.accounts import accounts_of
from cms.access.giving import roles_of
from cms.demo.editors import EDITORS, HEALTH, LAND, ensure_editors
from cms.models import Editor
from procedures_catalog.models import ProcedurePage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def editor(name: str) -> Editor:
    return Editor.objects.get(username=name)


def procedures_of(agency: str) -> list[ProcedurePage]:
    return [page for page in ProcedurePage.objects.all() if page.get_parent().title == agency]


def test_a_department_has_an_account_for_each_role_and_another_one_a_publisher():
    given = {name: [(role, agency and agency.name) for role, agency in roles_of(editor(name))] for name, *_ in EDITORS}
    assert [given[f"{name}.yte"] for name in ("soanthao", "thamdinh", "congbo", "quantri")] == [
        [(role, HEALTH)] for role in (Role.WRITER, Role.CHECKER, Role.PUBLISHER, Role.UNIT_ADMIN)
    ]
    assert given["congbo.nongnghiep"] == [(Role.PUBLISHER, LAND)]
    assert given["canbo"] == [(Role.OFFICER, "Trung tâm Phục vụ hành chính công phường Trường An")]
    assert given["quantri"] == []


def test_everybody_has_a_family_name_and_a_name():
    assert [each.username for each in Editor.objects.all() if not (each.last_name and each.first_name)] == []
    assert editor("soanthao.yte").get_full_name() == "Phạm Thị Thảo"


def test_both_departments_have_procedures_of_their_own():
    assert procedures_of(HEALTH)
    assert procedures_of(LAND)


def test_each_may_change_his_own_departments_procedures_and_no_other():
    own, other = procedures_of(HEALTH)[0], procedures_of(LAND)[0]
    for name in ("soanthao.yte", "congbo.yte"):
        assert [page.permissions_for_user(editor(name)).can_edit() for page in (own, other)] == [True, False]
    assert not own.permissions_for_user(editor("congbo.nongnghiep")).can_publish()


def test_a_draft_of_the_department_goes_to_its_checker_first():
    page = procedures_of(HEALTH)[0]
    page.everyday_names = "việc y tế"
    page.save_revision(user=editor("soanthao.yte"))
    page.get_workflow().start(page, editor("soanthao.yte"))
    waiting = {name: TaskState.objects.reviewable_by(editor(name)).count() for name, *_ in EDITORS}
    assert {name for name, count in waiting.items() if count} == {"thamdinh.yte", "duyet", "quantri"}


def test_the_departments_administrator_keeps_its_accounts():
    kept = accounts_of(editor("quantri.yte")).values_list("username", flat=True)
    assert set(kept) == {f"{name}.yte" for name in ("soanthao", "thamdinh", "congbo", "quantri")}


def test_made_again_no_account_comes_and_what_was_taken_stays_taken():
    editor("soanthao.yte").groups.clear()
    assert ensure_editors() == 0
    assert roles_of(editor("soanthao.yte")) == []
