"""The desk's form and list of accounts: names as they are written here, the agency, the roles."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.utils import get_user_display_name

from agencies.models import Agency
from cms.models import Editor
from tests.cms.desk.form import opened_with

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
    password = "mot-mat-khau-dai"
    form = account(agency, password1=password, password2=password)
    assert administrator.post(reverse("wagtailusers_users:add"), form).status_code == 302
    assert Editor.objects.get(username="can-bo").agency == agency


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
