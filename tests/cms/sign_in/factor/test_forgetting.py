"""Who has lost everything is given a new beginning by an administrator, who alone may do that."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from agencies.models import Agency, Role
from cms.models import Editor
from tests.cms.sign_in.conftest import DOOR, PASSWORD
from tests.editors import browser_of, member, signed_in, with_application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]


@pytest.fixture
def lost() -> Editor:
    """Somebody with a factor and a tie to the province's server."""
    person = Editor.objects.get(username="canbo")
    with_application(person)
    SocialAccount.objects.create(user=person, provider="tinh", uid="17")
    return person


def ask(client: Client, editor: Editor, method: str = "post"):
    return getattr(client, method)(reverse("forget_factors", args=[editor.pk]))


def test_an_administrator_finds_it_in_the_list_is_asked_and_does_it(lost):
    client = browser_of(Editor.objects.get(username="quantri"))
    open_session = browser_of(lost)
    assert reverse("forget_factors", args=[lost.pk]) in client.get(reverse("wagtailusers_users:index")).text
    assert "Hãy chắc rằng chính người ấy nhờ bạn" in ask(client, lost, "get").text
    assert Authenticator.objects.count() == 1
    assert ask(client, lost).headers["Location"] == reverse("wagtailusers_users:index")
    assert (Authenticator.objects.count(), SocialAccount.objects.count()) == (0, 0)
    assert open_session.get("/tai-khoan/").status_code == 302
    assert Client().post(DOOR, {"login": "canbo", "password": PASSWORD}).headers["Location"] == "/tai-khoan/"


def test_nobody_does_it_to_himself_or_above_himself(lost):
    keeper = Editor.objects.get(username="canbo2")
    keeper.user_permissions.set(Permission.objects.filter(codename__in=["change_editor", "access_admin"]))
    above = Editor.objects.get(username="quantri")
    for other, refused in ((keeper, 302), (above, 404)):  # whose account he does not keep is not there for him
        with_application(other)
        assert ask(browser_of(keeper), other).status_code == refused
    assert Authenticator.objects.count() == 3
    ask(browser_of(keeper), lost)
    assert Authenticator.objects.count() == 2


def test_the_administrator_of_his_agency_does_it_and_no_other_agencys(lost):
    own, other = (Agency.objects.create(name=name, kind="department") for name in ("Sở Gió", "Sở Mây"))
    Editor.objects.filter(pk=lost.pk).update(agency=own)
    ask(browser_of(member(Role.UNIT_ADMIN, other)), lost)
    assert Authenticator.objects.count() == 1
    assert "Hãy chắc rằng chính người ấy nhờ bạn" in ask(browser_of(member(Role.UNIT_ADMIN, own)), lost, "get").text
    ask(browser_of(Editor.objects.get(username__endswith=f"-{own.pk}")), lost)
    assert Authenticator.objects.count() == 0


def test_an_editor_may_not(lost):
    ask(signed_in("Biên tập viên"), lost)
    assert Authenticator.objects.count() == 1


def test_at_the_machine_it_is_done_by_name(lost, capsys):
    call_command("forget_second_factor", "canbo")
    assert Authenticator.objects.count() == 0
    with pytest.raises(CommandError, match="Không có tài khoản"):
        call_command("forget_second_factor", "khong-co")
