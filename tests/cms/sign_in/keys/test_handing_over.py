"""Nobody sets a password for another, and nobody opens both halves of another's way in; who is concerned is told."""

import datetime
import re
from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, Role
from audit.models import LogRow
from cms.access.accounts import may_keep
from cms.access.giving import give, roles_of
from cms.access.upkeep import ensure_access
from cms.models import Editor, KeyAct
from tests.cms.desk.form import opened_with
from tests.cms.sign_in.conftest import DOOR, PASSWORD
from tests.editors import browser_of, member, with_application

pytestmark = pytest.mark.django_db
NEW = "mot-mat-khau-moi-2026"


@pytest.fixture
def agency(portal) -> Agency:
    """A commune's committee."""
    ensure_access()
    return Agency.objects.create(name="UBND xã Gió", kind="commune_committee")


@pytest.fixture
def lan(agency) -> Editor:
    """An officer who has worked here for long, with a second factor."""
    person = member(Role.OFFICER, agency, "lan")
    person.set_password(PASSWORD)
    person.email, person.last_login = "lan@xa.example", timezone.now()
    person.save()
    with_application(person)
    return person


@pytest.fixture
def admin(agency) -> Client:
    person = member(Role.UNIT_ADMIN, agency, "quan-tri")
    Editor.objects.filter(pk=person.pk).update(last_name="Ngô", first_name="Minh")
    return browser_of(Editor.objects.get(pk=person.pk))


def made(browser: Client, person: Editor) -> str:
    """The address that is told once."""
    answer = browser.post(reverse("account_link", args=[person.pk]))
    found = re.search(r'value="[^"]*(/tai-khoan/lien-ket/[^"]+)"', answer.text)
    return found[1] if found else ""


def set_password(address: str) -> int:
    return Client().post(address, {"password1": NEW, "password2": NEW}).status_code


def filled(person: Editor, **more: str) -> dict[str, str]:
    names = {"username": person.username, "email": person.email, "last_name": "Lê", "first_name": "Lan"}
    return names | {"agency": str(person.agency_id), "roles": "officer", "is_active": "on"} | more


def saved(browser: Client, person: Editor, **more: str):
    address = reverse("wagtailusers_users:edit", args=[person.pk])
    return browser.post(address, filled(person, **more) | opened_with(browser, address))


def test_an_administrator_types_no_password_neither_for_a_new_account_nor_for_an_old_one(admin, agency, lan):
    for address in (reverse("wagtailusers_users:add"), reverse("wagtailusers_users:edit", args=[lan.pk])):
        assert 'type="password"' not in admin.get(address).text
    saved(admin, lan, password1=NEW, password2=NEW)
    assert Editor.objects.get(pk=lan.pk).check_password(PASSWORD)


def test_a_new_account_is_led_to_its_link_and_its_person_sets_the_password(admin, agency):
    form = {"username": "hoa", "last_name": "Lê", "first_name": "Hoa", "agency": agency.pk, "roles": "officer"}
    answer = admin.post(reverse("wagtailusers_users:add"), form | {"password1": NEW, "password2": NEW})
    person = Editor.objects.get(username="hoa")
    assert (person.email, person.has_usable_password()) == ("", False)
    assert answer.headers["Location"] == reverse("account_link", args=[person.pk])
    address = made(admin, person)
    assert "Đặt mật khẩu cho tài khoản hoa" in Client().get(address).text
    assert "quá ngắn" in Client().post(address, {"password1": "1", "password2": "1"}).text.lower()
    assert set_password(address) == 302
    assert Client().post(DOOR, {"login": "hoa", "password": NEW}).status_code == 302
    assert set_password(address) == 404


def test_a_link_ends_by_time_by_another_and_with_its_account(admin, lan, monkeypatch):
    first = made(admin, lan)
    second = made(admin, lan)
    assert [Client().get(each).status_code for each in (first, second, "/tai-khoan/lien-ket/x/")] == [404, 200, 404]
    Editor.objects.filter(pk=lan.pk).update(is_active=False)
    assert set_password(second) == 404
    assert "hãy mở khóa trước" in admin.post(reverse("account_link", args=[lan.pk])).text
    Editor.objects.filter(pk=lan.pk).update(is_active=True)
    KeyAct.objects.update(ends_at=timezone.now() - datetime.timedelta(minutes=1))
    assert set_password(second) == 404
    assert Editor.objects.get(pk=lan.pk).check_password(PASSWORD)


def test_who_got_a_link_from_another_is_told_by_letter_in_the_log_and_at_every_sign_in(
    admin, lan, mailoutbox, django_capture_on_commit_callbacks
):
    opened = browser_of(lan)
    with django_capture_on_commit_callbacks(execute=True):
        address = made(admin, lan)
    assert [(letter.to, address in letter.body, "Ngô Minh" in letter.body) for letter in mailoutbox] == [
        (["lan@xa.example"], False, True)
    ]
    set_password(address)
    assert opened.get("/tai-khoan/").status_code == 302  # her sessions are over
    Authenticator.objects.all().delete()
    for _ in range(2):
        told = Client().post(DOOR, {"login": "lan", "password": NEW}, follow=True).text
        assert "Ngô Minh (quan-tri) đã tạo liên kết đặt lại mật khẩu của bạn lúc" in told
        assert "hãy báo ngay người quản trị cấp trên" in told
    rows = LogRow.objects.filter(action__startswith="key.", key=str(lan.pk)).order_by("number")
    assert [(row.action, row.actor_name) for row in rows] == [("key.link", "Ngô Minh (quan-tri)"), ("key.used", "lan")]


def test_who_has_made_a_link_does_not_take_the_second_factor_away_and_another_one_does(admin, agency, lan):
    made(admin, lan)
    answer = admin.post(reverse("forget_factors", args=[lan.pk]))
    assert "phải do người quản trị khác làm" in answer.text
    assert Authenticator.objects.filter(user=lan).exists()
    above = member(Role.UNIT_ADMIN, name="cap-tren")
    browser_of(above).post(reverse("forget_factors", args=[lan.pk]))
    assert not Authenticator.objects.filter(user=lan).exists()


def test_nor_the_other_way_round_nor_by_another_address(admin, lan):
    admin.post(reverse("forget_factors", args=[lan.pk]))
    assert not Authenticator.objects.filter(user=lan).exists()
    assert made(admin, lan) == ""
    assert "phải do người quản trị khác làm" in saved(admin, lan, email="minh@xa.example").text
    assert Editor.objects.get(pk=lan.pk).email == "lan@xa.example"
    KeyAct.objects.update(at=timezone.now() - datetime.timedelta(days=31))
    assert made(admin, lan)


def test_a_changed_address_counts_as_the_password_does_and_is_told_to_the_former_one(
    admin, lan, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert saved(admin, lan, email="minh@xa.example").status_code == 302
    assert [letter.to for letter in mailoutbox] == [["lan@xa.example"]]
    assert "phải do người quản trị khác làm" in admin.get(reverse("forget_factors", args=[lan.pk])).text


def test_a_link_that_ran_out_unused_hinders_nobody(admin, lan):
    made(admin, lan)
    KeyAct.objects.update(ends_at=timezone.now() - datetime.timedelta(minutes=1))
    admin.post(reverse("forget_factors", args=[lan.pk]))
    assert not Authenticator.objects.filter(user=lan).exists()


def test_nobody_makes_a_link_for_himself_or_for_strangers(admin, agency, lan):
    stranger = member(Role.OFFICER, Agency.objects.create(name="UBND xã Mây", kind="commune_committee"), "la")
    himself = Editor.objects.get(username="quan-tri")
    for other in (stranger, himself, Editor.objects.create_superuser("goc")):
        assert made(admin, other) == ""
    assert made(browser_of(lan), himself) == ""
    assert not KeyAct.objects.exists()


@pytest.mark.parametrize("role", [Role.KEEPER, Role.UNIT_ADMIN])
def test_who_keeps_all_accounts_does_not_take_over_who_keeps_something_of_the_portal(agency, lan, role):
    above, keeper = member(Role.UNIT_ADMIN, name="giu-tai-khoan"), member(role, name="giu-khac")
    assert [may_keep(above, each) for each in (lan, keeper, above)] == [True, False, True]
    assert made(browser_of(above), keeper) == ""
    assert made(browser_of(Editor.objects.create_superuser("goc")), keeper)


# --- One address, one account ---------------------------------------------------------------------


def test_no_two_accounts_bear_one_address_by_form_by_command_or_beneath(admin, agency, lan):
    form = {"username": "hoa", "last_name": "Lê", "first_name": "Hoa", "agency": agency.pk, "email": "LAN@xa.example"}
    assert "Đã có tài khoản khác mang địa chỉ thư" in admin.post(reverse("wagtailusers_users:add"), form).text
    other = member(Role.OFFICER, agency, "nga")
    assert "Đã có tài khoản khác mang địa chỉ thư" in saved(admin, other, email="Lan@xa.example").text
    with pytest.raises(CommandError, match="Đã có tài khoản khác"):
        call_command("createsuperuser", "--noinput", username="goc", email="lan@xa.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        Editor.objects.filter(pk=other.pk).update(email="LAN@XA.example")
    assert saved(admin, lan).status_code == 302


def test_several_may_have_none(admin, agency):
    for name in ("hoa", "nga"):
        assert member(Role.OFFICER, agency, name).email == ""


def test_an_update_empties_an_address_that_several_share_and_prints_whose_it_was(agency, lan, capsys):
    others = [member(Role.OFFICER, agency, name) for name in ("hoa", "nga")]
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX one_account_an_address")
    for person, address in zip(others, ("LAN@xa.example", "nga@xa.example"), strict=True):
        Editor.objects.filter(pk=person.pk).update(email=address)
    import_module("cms.migrations.0007_ways_in").empty_shared_addresses(apps, None)
    addresses = dict(Editor.objects.values_list("username", "email"))
    assert (addresses["lan"], addresses["hoa"], addresses["nga"]) == ("", "", "nga@xa.example")
    assert "hoa, lan" in capsys.readouterr().out


# --- Leaving --------------------------------------------------------------------------------------


def test_who_leaves_loses_everything_at_once_also_in_an_open_session(admin, agency, lan):
    give(lan, Role.PUBLISHER, agency)
    opened = browser_of(lan)
    assert "Rời cơ quan" in admin.get(reverse("wagtailusers_users:index")).text
    address = reverse("leave_agency", args=[lan.pk])
    assert "Công bố: UBND xã Gió" in admin.get(address).text
    assert Editor.objects.get(pk=lan.pk).is_active
    assert "mọi phiên đã đóng" in admin.post(address, follow=True).text
    left = Editor.objects.get(pk=lan.pk)
    assert (roles_of(left), left.agency, left.is_active) == ([], None, False)
    assert opened.get("/quan-tri/").status_code == 302
    assert LogRow.objects.get(action="account.leave").key == str(lan.pk)
    assert admin.post(reverse("leave_agency", args=[Editor.objects.get(username="quan-tri").pk])).status_code == 302
    assert Editor.objects.get(username="quan-tri").is_active
