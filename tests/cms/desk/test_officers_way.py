"""An officer who comes to the wrong desk is led to the right one; who may sit at both finds the way between them."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from cms.models import Editor
from cms.roles import OFFICERS, ensure_roles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
PASSWORD = "mot-mat-khau-dai"


def person(*roles: str) -> Editor:
    """Somebody in these roles."""
    ensure_roles()
    found = Editor.objects.create_user("nguoi", password=PASSWORD)
    found.groups.set(Group.objects.filter(name__in=roles))
    return found


def test_an_officer_who_signs_in_at_the_editors_desk_comes_to_the_officers(client):
    person(OFFICERS)
    form = {"username": "nguoi", "password": PASSWORD, "next": reverse("wagtailadmin_home")}
    answer = client.post(reverse("wagtailadmin_login"), form, follow=True)
    assert [url for url, _ in answer.redirect_chain][:2] == [reverse("wagtailadmin_home"), reverse("officer_desk")]


@pytest.mark.parametrize("address", ["wagtailadmin_home", "wagtailadmin_login"])
def test_an_officer_who_is_signed_in_already_comes_there_too(client, address):
    client.force_login(person(OFFICERS))
    assert client.get(reverse(address)).headers["Location"] == reverse("officer_desk")


def test_an_officer_who_has_signed_out_may_sign_in_as_somebody_else(client):
    client.force_login(person(OFFICERS))
    client.post(reverse("officer_sign_out"))
    assert client.get(reverse("wagtailadmin_login")).status_code == 200


def test_who_may_do_nothing_is_led_nowhere_else(client):
    client.force_login(person())
    assert client.get(reverse("wagtailadmin_login")).status_code == 200


def test_a_stranger_signs_in_as_before(client):
    assert client.get(reverse("wagtailadmin_login")).status_code == 200


def test_who_may_sit_at_both_desks_finds_a_way_from_each_to_the_other(client):
    client.force_login(person(OFFICERS, "Biên tập viên"))
    assert f'"url": "{reverse("officer_desk")}"' in client.get(reverse("wagtailadmin_home")).content.decode()
    there = client.get(reverse("officer_desk"), follow=True).content.decode()
    assert f'href="{reverse("wagtailadmin_home")}"' in there


def test_who_sits_at_one_desk_is_shown_no_way_to_the_other(client):
    client.force_login(person("Biên tập viên"))
    assert reverse("officer_desk") not in client.get(reverse("wagtailadmin_home")).content.decode()
