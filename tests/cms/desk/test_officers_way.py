"""An officer who comes to the wrong desk is led to the right one; who may sit at both finds the way between them."""

import pytest
from django.urls import reverse

from cms.access.upkeep import ensure_access
from cms.models import Editor
from tests.editors import OFFICERS, in_role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
PASSWORD = "mot-mat-khau-dai"


def person(*roles: str) -> Editor:
    """Somebody in these roles."""
    ensure_access()
    found = Editor.objects.create_user("nguoi", password=PASSWORD)
    in_role(found, *roles)
    return found


def test_an_officer_who_signs_in_at_the_editors_desk_comes_to_the_officers(client):
    person(OFFICERS)
    form = {"login": "nguoi", "password": PASSWORD, "next": reverse("wagtailadmin_home")}
    assert client.post(reverse("account_login"), form).headers["Location"] == reverse("officer_desk")


@pytest.mark.parametrize("address", ["wagtailadmin_home", "account_login"])
def test_an_officer_who_is_signed_in_already_comes_there_too(client, address):
    client.force_login(person(OFFICERS))
    assert client.get(reverse(address)).headers["Location"] == reverse("officer_desk")


def test_an_officer_who_has_signed_out_may_sign_in_as_somebody_else(client):
    client.force_login(person(OFFICERS))
    client.post(reverse("account_logout"))
    assert client.get(reverse("account_login")).status_code == 200


def test_who_may_do_nothing_is_led_to_his_account(client):
    client.force_login(person())
    assert client.get(reverse("account_login")).headers["Location"] == reverse("mfa_index")


def test_a_stranger_signs_in_as_before(client):
    assert client.get(reverse("account_login")).status_code == 200


def test_who_may_sit_at_both_desks_finds_a_way_from_each_to_the_other(client):
    client.force_login(person(OFFICERS, "Biên tập viên"))
    assert f'"url": "{reverse("officer_desk")}"' in client.get(reverse("wagtailadmin_home")).content.decode()
    there = client.get(reverse("officer_desk"), follow=True).content.decode()
    assert f'href="{reverse("wagtailadmin_home")}"' in there


def test_who_sits_at_one_desk_is_shown_no_way_to_the_other(client):
    client.force_login(person("Biên tập viên"))
    assert reverse("officer_desk") not in client.get(reverse("wagtailadmin_home")).content.decode()
