"""Who keeps accounts because he stands in for somebody gives nobody, himself least, anything that outlasts his days."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import AdministrativeUnit, Agency, Role
from cms.access.accounts import may_keep
from cms.access.deputies.days import Wish, make, stop
from cms.access.giving import roles_of
from cms.access.groups import group_of
from cms.access.upkeep import ensure_access
from cms.desk.accounts.deputy_screen import DEPUTIES
from cms.desk.accounts.key_screen import LINK
from cms.models import Deputising, Editor
from tests.clock import today
from tests.cms.desk.form import opened_with
from tests.editors import browser_of, member

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def above(portal) -> Agency:
    """The committee under which the department stands."""
    ensure_access()
    return Agency.objects.create(name="Ủy ban nhân dân tỉnh Thử", kind="provincial_body")


@pytest.fixture
def below(above) -> Agency:
    return Agency.objects.create(name="Sở Gió", kind="department", parent=above)


@pytest.fixture
def absent(above) -> Editor:
    return member(Role.UNIT_ADMIN, above, "lan")


@pytest.fixture
def deputy(below) -> Editor:
    return member(Role.WRITER, below, "ke")


@pytest.fixture
def lent(at_noon, above, absent, deputy) -> Deputising:
    """The one stands in for the other from today on."""
    groups = [group_of(Role.UNIT_ADMIN, above)]
    return make(Wish(absent, deputy, groups, today(), today() + 2 * DAY), absent, at_noon)


@pytest.fixture
def at_noon() -> datetime.datetime:
    return datetime.datetime.combine(today(), datetime.time(12), datetime.UTC)


@pytest.fixture
def browser(lent, deputy) -> Client:
    return browser_of(deputy)


def anew(editor: Editor) -> Editor:
    return Editor.objects.get(pk=editor.pk)


def sent(browser: Client, editor: Editor, **more: Any) -> int:
    """Saves the form of an account as it opens, with something else."""
    address = reverse("wagtailusers_users:edit", args=[editor.pk])
    names = {"username": editor.username, "email": "", "first_name": "Ai", "last_name": "Đó", "is_active": "on"}
    said = names | {"agency": editor.agency_id, "roles": [role for role, _ in roles_of(editor)]} | more
    return browser.post(address, said | opened_with(browser, address)).status_code


def test_he_changes_neither_his_own_agency_nor_his_own_roles(browser, lent, deputy, above, below, at_noon):
    sent(browser, deputy, agency=above.pk)
    sent(browser, deputy, agency=above.pk, roles=[Role.UNIT_ADMIN])
    stop(lent, at_noon)
    assert anew(deputy).agency == below
    assert roles_of(anew(deputy)) == [(Role.WRITER, below)]


def test_he_gives_nobody_a_role_and_moves_nobody_but_names_and_closes_and_takes(browser, above, below):
    other = member(Role.WRITER, below, "minh")
    assert sent(browser, other, roles=[Role.WRITER, Role.UNIT_ADMIN]) == 200
    sent(browser, other, agency=above.pk)
    assert (anew(other).agency, roles_of(anew(other))) == (below, [(Role.WRITER, below)])
    assert sent(browser, other, first_name="Minh") == 302
    assert sent(browser, other, first_name="Minh", roles=[], is_active="") == 302
    assert (anew(other).first_name, anew(other).is_active, roles_of(anew(other))) == ("Minh", False, [])


def test_a_new_account_of_his_has_no_role_not_even_by_the_screen_of_communes(browser, above, below):
    names = {"username": "moi", "email": "", "first_name": "Mới", "last_name": "Người", "agency": above.pk}
    address = reverse("wagtailusers_users:add")
    assert browser.post(address, names | {"roles": [Role.UNIT_ADMIN]}).status_code == 200
    assert not Editor.objects.filter(username="moi").exists()
    assert browser.post(address, names).status_code == 302
    assert roles_of(Editor.objects.get(username="moi")) == []
    unit = AdministrativeUnit.objects.create(code="T0001", name="Xã Suối Mây", kind="commune")
    committee = Agency.objects.create(name="Ủy ban Suối", kind="commune_committee", unit=unit, parent=above)
    Agency.objects.create(name="Trung tâm Suối", kind="counter", unit=unit, parent=committee)
    said = {"last_name": "Giàng A", "first_name": "Hoa", "username": "hoa", "email": ""}
    officer = {"step": "officer"} | {f"officer-{field}": value for field, value in said.items()}
    browser.post(reverse("commune_taken_in", args=[unit.pk]), officer)
    assert not Editor.objects.filter(username="hoa").exists()


def test_he_makes_nobody_else_a_deputy(browser, above, below):
    publisher, friend = member(Role.PUBLISHER, below, "minh"), member(Role.WRITER, below, "ban")
    said = {"deputy": friend.pk, "roles": [group_of(Role.PUBLISHER, below).pk]}
    days = {"begins": f"{today():%d/%m/%Y}", "ends": f"{today() + 300 * DAY:%d/%m/%Y}"}
    browser.post(reverse(DEPUTIES, args=[publisher.pk]), said | days)
    assert not Deputising.objects.filter(deputy=friend).exists()


def test_whoever_keeps_accounts_himself_is_not_kept_by_him(browser, above, below, absent, deputy):
    equal, writer = member(Role.UNIT_ADMIN, above, "hai"), member(Role.WRITER, above, "minh")
    kept = [may_keep(anew(deputy), each) for each in (absent, equal, writer, deputy)]
    assert kept == [False, False, True, True]
    assert browser.post(reverse(LINK, args=[absent.pk])).status_code == 404
    assert browser.post(reverse("wagtailusers_users:edit", args=[equal.pk]), {"is_active": ""}).status_code == 404


def test_what_he_keeps_of_his_own_he_keeps_as_before(at_noon, above, absent, below):
    other = Agency.objects.create(name="Sở Mây", kind="department", parent=above)
    both, person = member(Role.UNIT_ADMIN, below, "quan"), member(Role.WRITER, below, "minh")
    stranger, groups = member(Role.WRITER, other, "la"), [group_of(Role.UNIT_ADMIN, above)]
    make(Wish(absent, both, groups, today(), today() + 2 * DAY), absent, at_noon)
    browser = browser_of(both)
    assert sent(browser, person, roles=[Role.WRITER, Role.UNIT_ADMIN]) == 302
    assert sent(browser, stranger, roles=[Role.WRITER, Role.UNIT_ADMIN]) == 200
    sent(browser, person, agency=above.pk)
    assert anew(person).agency == below
