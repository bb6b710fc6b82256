"""The desk's form for accounts has the agency that a person works for."""

import pytest
from django.urls import reverse

from agencies.models import Agency
from cms.models import Editor

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


def test_a_new_account_is_given_its_agency(administrator, agency):
    password = "mot-mat-khau-dai"
    form = account(agency, password1=password, password2=password)
    assert administrator.post(reverse("wagtailusers_users:add"), form).status_code == 302
    assert Editor.objects.get(username="can-bo").agency == agency


def test_the_agency_of_an_account_is_shown_and_changed(administrator, agency):
    editor = Editor.objects.create_user("can-bo", "can-bo@xa.example")
    address = reverse("wagtailusers_users:edit", args=[editor.pk])
    assert 'name="agency"' in administrator.get(address).content.decode()
    assert administrator.post(address, account(agency, is_active="on")).status_code == 302
    editor.refresh_from_db()
    assert editor.agency == agency


def test_an_account_of_the_province_needs_none(administrator, agency):
    editor = Editor.objects.create_user("can-bo", "can-bo@xa.example", agency=agency)
    form = account(agency, is_active="on") | {"agency": ""}
    administrator.post(reverse("wagtailusers_users:edit", args=[editor.pk]), form)
    editor.refresh_from_db()
    assert editor.agency is None
