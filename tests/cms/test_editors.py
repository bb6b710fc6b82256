"""The desk's form and list of accounts: names as they are written here, the agency, the roles."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.utils import get_user_display_name

from agencies.models import Agency, Role
from audit.models import LogRow
from cms.access.giving import give, roles_of
from cms.models import Editor
from tests.cms.desk.form import opened_with
from tests.editors import member

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(portal, client):
    """The browser of the administrator."""
    client.force_login(Editor.objects.create_superuser("quan-tri", "quan-tri@tinh.example"))
    return client


@pytest.fixture
def agency(portal) -> Agency:
    """An agency to work for."""
    return Agency.objects.create(name="Ủy ban nhân dân xã Thử", kind="commune_committee")


def account(agency: Agency, **more: str) -> dict[str, str]:
    """What is filled in for an officer."""
    names = {"username": "can-bo", "email": "can-bo@xa.example", "first_name": "Bộ", "last_name": "Cán"}
    return names | {"agency": str(agency.pk)} | more


def test_a_name_is_written_with_the_family_name_first(administrator, agency):
    editor = Editor.objects.create_user("can-bo", "can-bo@xa.example", last_name="Nguyễn Thị", first_name="Hoa")
    assert get_user_display_name(editor) == "Nguyễn Thị Hoa"
    form = administrator.get(reverse("wagtailusers_users:edit", args=[editor.pk])).content.decode()
    assert form.index('name="last_name"') < form.index('name="first_name"')
    assert "Họ và tên đệm" in form
    own = administrator.get(reverse("wagtailadmin_account")).content.decode()
    assert own.index('name="name_email-last_name"') < own.index('name="name_email-first_name"')


def test_the_list_tells_agency_and_roles_of_everybody_by_few_questions(
    administrator, agency, django_assert_max_num_queries
):
    role = Group.objects.create(name="Vai trò thử")
    for number in range(30):
        editor = Editor.objects.create_user(f"can-bo-{number}", agency=agency)
        editor.groups.add(role)
    with django_assert_max_num_queries(25):
        shown = administrator.get(reverse("wagtailusers_users:index")).content.decode()
    assert shown.count(agency.name) >= 20
    assert shown.count("Vai trò thử") >= 20


def test_a_new_account_is_given_its_agency(administrator, agency):
    form = account(agency)
    assert administrator.post(reverse("wagtailusers_users:add"), form).status_code == 302
    assert Editor.objects.get(username="can-bo").agency == agency


def test_an_account_begins_with_what_another_one_says(administrator, agency):
    editor = Editor.objects.create_user("can-bo", "can-bo@xa.example", last_name="Nguyễn Thị", agency=agency)
    shown = administrator.get(reverse("wagtailusers_users:copy", args=[editor.pk]))
    assert shown.status_code == 200
    assert 'value="Nguyễn Thị"' in shown.content.decode()


def test_the_agency_of_an_account_is_shown_and_changed(administrator, agency):
    editor = Editor.objects.create_user("can-bo", "can-bo@xa.example")
    address = reverse("wagtailusers_users:edit", args=[editor.pk])
    assert 'name="agency"' in administrator.get(address).content.decode()
    known = opened_with(administrator, address)
    assert administrator.post(address, account(agency, is_active="on") | known).status_code == 302
    editor.refresh_from_db()
    assert editor.agency == agency


def test_an_account_of_the_province_needs_none(administrator, agency):
    editor = Editor.objects.create_user("can-bo", "can-bo@xa.example", agency=agency)
    address = reverse("wagtailusers_users:edit", args=[editor.pk])
    form = account(agency, is_active="on") | {"agency": ""} | opened_with(administrator, address)
    administrator.post(address, form)
    editor.refresh_from_db()
    assert editor.agency is None


def held_by(editor: Editor) -> list[tuple[Role, Agency | None]]:
    return roles_of(Editor.objects.get(pk=editor.pk))


def saved(administrator, editor: Editor, agency: Agency, **more) -> int:
    address = reverse("wagtailusers_users:edit", args=[editor.pk])
    form = account(agency, is_active="on") | more | opened_with(administrator, address)
    return administrator.post(address, form).status_code


def test_roles_are_given_and_taken_with_the_account(administrator, agency):
    form = account(agency) | {"roles": ["writer", "officer"]}
    assert administrator.post(reverse("wagtailusers_users:add"), form).status_code == 302
    editor = Editor.objects.get(username="can-bo")
    assert held_by(editor) == [(Role.WRITER, agency), (Role.OFFICER, agency)]
    shown = BeautifulSoup(
        administrator.get(reverse("wagtailusers_users:edit", args=[editor.pk])).content, "html.parser"
    )
    assert {box["value"] for box in shown.select("[name=roles][checked]")} == {"writer", "officer"}
    assert not shown.select("[name=portal_roles][checked]")
    assert saved(administrator, editor, agency, roles=["publisher"], portal_roles=["keeper"]) == 302
    assert held_by(editor) == [(Role.PUBLISHER, agency), (Role.KEEPER, None)]


def test_who_goes_to_another_agency_takes_no_role_along_and_what_others_give_him_stays(administrator, agency):
    former, other = (Agency.objects.create(name=name, kind="department") for name in ("Sở Gió", "Sở Mây"))
    editor = member(Role.WRITER, former, "can-bo")
    give(editor, Role.CHECKER, other)
    give(editor, Role.OFFICER, Agency.objects.create(name="Chi cục Bão", kind="provincial_body", parent=former))
    own = Group.objects.create(name="Nhóm của tỉnh")
    editor.groups.add(own)
    assert saved(administrator, editor, agency, roles=["officer"], groups=[own.pk]) == 302
    assert held_by(editor) == [(Role.CHECKER, other), (Role.OFFICER, agency)]
    assert own in editor.groups.all()


def test_a_role_that_was_ticked_for_the_former_agency_is_not_carried_to_the_next(administrator, agency):
    editor = member(Role.PUBLISHER, Agency.objects.create(name="Sở Gió", kind="department"), "can-bo")
    address = reverse("wagtailusers_users:edit", args=[editor.pk])
    form = account(agency, is_active="on") | {"roles": ["publisher"]} | opened_with(administrator, address)
    assert "không mang theo vai trò nào" in administrator.post(address, form, follow=True).content.decode()
    assert held_by(editor) == []
    assert Editor.objects.get(pk=editor.pk).agency == agency
    assert saved(administrator, editor, agency, roles=["publisher"]) == 302
    assert held_by(editor) == [(Role.PUBLISHER, agency)]


def test_a_role_needs_an_agency(administrator, agency):
    editor = Editor.objects.create_user("can-bo", "can-bo@xa.example")
    address = reverse("wagtailusers_users:edit", args=[editor.pk])
    form = account(agency, is_active="on") | {"agency": "", "roles": ["writer"]} | opened_with(administrator, address)
    assert "vai trò được giao cho một cơ quan" in administrator.post(address, form).content.decode()
    assert held_by(editor) == []


def test_groups_of_roles_are_no_choice_among_other_groups(administrator, agency):
    member(Role.WRITER, agency)
    Group.objects.create(name="Nhóm của tỉnh")
    shown = BeautifulSoup(administrator.get(reverse("wagtailusers_users:add")).content, "html.parser")
    labels = [box.find_parent("label").get_text(strip=True) for box in shown.select("[name=groups]")]
    assert labels == ["Nhóm của tỉnh"]


# --- An agency's administrator ----------------------------------------------------------------------


@pytest.fixture
def unit_admin(agency, client):
    """The browser of the administrator of that agency, beside an account of another one."""
    member(Role.WRITER, Agency.objects.create(name="Sở Mây", kind="department"), "nguoi-khac")
    client.force_login(member(Role.UNIT_ADMIN, agency, "quan-tri-xa"))
    return client


def test_he_sees_the_accounts_of_his_agency_alone(unit_admin, agency):
    member(Role.WRITER, agency, "nguoi-minh")
    shown = unit_admin.get(reverse("wagtailusers_users:index")).content.decode()
    assert ("nguoi-minh" in shown, "nguoi-khac" in shown) == (True, False)
    for name in ("edit", "history"):
        mine, theirs = (
            unit_admin.get(reverse(f"wagtailusers_users:{name}", args=[editor.pk])).status_code
            for editor in Editor.objects.filter(username__startswith="nguoi").order_by("-username")
        )
        assert (mine, theirs) == (200, 404)


def test_he_makes_an_account_with_roles_of_his_agency_and_of_nothing_else(unit_admin, agency):
    other, own = Agency.objects.get(name="Sở Mây"), Group.objects.create(name="Nhóm của tỉnh")
    form = account(agency) | {"roles": ["writer", "publisher"]}
    more = {"is_superuser": "on", "portal_roles": ["keeper"], "groups": [own.pk]}
    address = reverse("wagtailusers_users:add")
    assert unit_admin.post(address, form | {"agency": other.pk}).status_code == 200
    assert unit_admin.post(address, form | more).status_code == 302
    made = Editor.objects.get(username="can-bo")
    assert held_by(made) == [(Role.WRITER, agency), (Role.PUBLISHER, agency)]
    assert not made.is_superuser
    assert own not in made.groups.all()


def test_he_changes_nobody_elses_account_by_any_address(unit_admin, agency):
    theirs = Editor.objects.get(username="nguoi-khac")
    form = account(agency, is_active="on") | {"roles": ["publisher"]}
    assert unit_admin.post(reverse("wagtailusers_users:edit", args=[theirs.pk]), form).status_code in (302, 403, 404)
    for action, fields in (("set_active_state", {"mark_as_active": "False"}), ("assign_role", {"role": "1"})):
        unit_admin.post(f"/quan-tri/bulk/cms/editor/{action}/?id={theirs.pk}", fields)
    theirs.refresh_from_db()
    assert theirs.is_active
    assert [role for role, _ in held_by(theirs)] == [Role.WRITER]
    assert theirs.username == "nguoi-khac"


def test_he_gives_nobody_a_role_of_another_agency_or_of_the_portal_in_bulk(unit_admin, agency):
    mine = member(Role.WRITER, agency, "nguoi-minh")
    portal = member(Role.PUBLISHER).groups.get()
    unit_admin.post(f"/quan-tri/bulk/cms/editor/assign_role/?id={mine.pk}", {"role": portal.pk})
    assert held_by(mine) == [(Role.WRITER, agency)]


def test_he_disables_an_account_of_his_own_and_the_log_tells_it(unit_admin, agency):
    mine = member(Role.WRITER, agency, "nguoi-minh")
    unit_admin.post(f"/quan-tri/bulk/cms/editor/set_active_state/?id={mine.pk}", {"mark_as_active": "False"})
    mine.refresh_from_db()
    assert not mine.is_active
    assert LogRow.objects.filter(kind="cms.editor", key=str(mine.pk), action="row.change").exists()


def test_he_does_not_move_himself_to_what_stands_below_either(unit_admin, agency):
    himself = Editor.objects.get(username="quan-tri-xa")
    branch = Agency.objects.create(name="Chi cục Bão", kind="provincial_body", parent=agency)
    assert saved(unit_admin, himself, branch, username=himself.username) == 302
    assert Editor.objects.get(pk=himself.pk).agency == agency


def test_he_gives_himself_no_role(unit_admin, agency):
    himself = Editor.objects.get(username="quan-tri-xa")
    more = {"username": himself.username, "roles": [Role.UNIT_ADMIN, Role.PUBLISHER]}
    assert saved(unit_admin, himself, agency, **more) == 302
    assert held_by(himself) == [(Role.UNIT_ADMIN, agency)]


# --- What is said, and what is not asked --------------------------------------------------------------


def told_after(browser, address: str, form: dict) -> str:
    return browser.post(address, form, follow=True).text


def test_who_has_no_family_name_still_loses_his_roles_and_is_disabled(administrator, agency):
    editor = member(Role.WRITER, agency, "can-bo")
    nameless = {"last_name": "", "first_name": "", "email": ""}
    assert saved(administrator, editor, agency, **nameless) == 302
    assert held_by(editor) == []
    assert saved(administrator, editor, agency, **nameless, is_active="") == 302
    assert not Editor.objects.get(pk=editor.pk).is_active


def test_what_an_account_says_is_not_emptied_and_a_new_one_needs_its_names(administrator, agency):
    editor = Editor.objects.create_user("can-bo", last_name="Nguyễn Thị", first_name="Hoa", agency=agency)
    assert saved(administrator, editor, agency, last_name="") == 200
    add = reverse("wagtailusers_users:add")
    assert administrator.post(add, account(agency, username="khac", last_name="")).status_code == 200


def test_an_account_without_a_role_is_told_once_it_is_saved(administrator, agency):
    told = "chưa có vai trò nào: người này chưa làm được gì"
    add = reverse("wagtailusers_users:add")
    assert told in told_after(administrator, add, account(agency))
    more = {"username": "khac", "email": "", "roles": ["officer"]}
    assert told not in told_after(administrator, add, account(agency) | more)


def test_who_gets_every_step_is_told_to_need_a_second_person(administrator, agency):
    add = reverse("wagtailusers_users:add")
    form = account(agency) | {"roles": ["writer", "checker", "publisher"]}
    assert "cần người thứ hai công bố" in told_after(administrator, add, form)
    more = {"username": "khac", "email": "", "roles": ["writer", "checker"]}
    assert "cần người thứ hai công bố" not in told_after(administrator, add, account(agency) | more)


def test_the_list_has_no_empty_column_and_tells_who_administers_the_portal(administrator, agency):
    shown = administrator.get(reverse("wagtailusers_users:index")).text
    assert "Mức quyền" not in shown
    assert "Quản trị cổng" in shown


@pytest.mark.parametrize("name", ["index", "add"])
def test_the_screens_of_accounts_call_them_accounts(administrator, name):
    shown = administrator.get(reverse(f"wagtailusers_users:{name}")).text
    assert "tài khoản" in shown.lower()
    assert [word for word in ("người dùng", "biên tập viên</") if word in shown.lower()] == []
