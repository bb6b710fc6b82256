"""An agency's administrator says who stands in for whom, and is told why he may not."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Agency, Role
from agencies.reach import agencies_of
from cms.access.giving import give
from cms.access.groups import group_of
from cms.access.upkeep import ensure_access
from cms.desk.accounts import deputy_form as refusals
from cms.models import Deputising, Editor
from tests.clock import today
from tests.cms.desk.form import opened_with
from tests.editors import browser_of, member
from vietnamese.days import written

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def agency(portal) -> Agency:
    """A department, and another one."""
    ensure_access()
    member(Role.WRITER, Agency.objects.create(name="Sở Mây", kind="department"), "nguoi-khac")
    return Agency.objects.create(name="Sở Gió", kind="department")


@pytest.fixture
def absent(agency) -> Editor:
    """Who goes on leave."""
    person = member(Role.PUBLISHER, agency, "lan")
    give(person, Role.CHECKER, agency)
    Editor.objects.filter(pk=person.pk).update(last_name="Lê", first_name="Lan")
    return Editor.objects.get(pk=person.pk)


@pytest.fixture
def deputy(agency) -> Editor:
    return member(Role.WRITER, agency, "minh")


@pytest.fixture
def admin(agency) -> Client:
    return browser_of(member(Role.UNIT_ADMIN, agency, "quan-tri"))


def screen(editor: Editor) -> str:
    return reverse("deputies", args=[editor.pk])


def filled(agency: Agency, deputy: str, first: datetime.date, last: datetime.date, *roles: Role) -> dict[str, Any]:
    """What is sent."""
    groups = [group_of(role, agency).pk for role in roles or (Role.PUBLISHER,)]
    person = Editor.objects.get(username=deputy).pk
    return {"deputy": person, "roles": groups, "begins": written(first), "ends": written(last)}


def publishes(editor: Editor) -> bool:
    return bool(agencies_of(Editor.objects.get(pk=editor.pk), {Role.PUBLISHER}))


def test_he_makes_a_deputy_and_everybody_concerned_reads_it(admin, agency, absent, deputy):
    assert "Người thay khi vắng" in admin.get(reverse("wagtailusers_users:index")).text
    shown = admin.get(screen(absent)).text
    assert ("minh" in shown, "nguoi-khac" in shown, "Công bố – Sở Gió" in shown) == (True, False, True)
    assert f'<option value="{absent.pk}"' not in shown
    answer = admin.post(screen(absent), filled(agency, "minh", today(), today() + DAY), follow=True)
    assert "Đã cử: minh thay Lê Lan" in answer.text
    assert publishes(deputy)
    last = written(today() + DAY)
    accounts = admin.get(reverse("wagtailusers_users:index")).text
    assert f"Soạn thảo – Sở Gió; thay Lê Lan đến hết {last}" in accounts
    assert f"được minh thay đến hết {last}" in accounts
    edit = {person: admin.get(reverse("wagtailusers_users:edit", args=[person.pk])).text for person in (absent, deputy)}
    assert f"Được minh thay đến hết {last}" in edit[absent]
    assert f"Thay Lê Lan đến hết {last}" in edit[deputy]
    assert f"Thay Lê Lan đến hết {last}" in browser_of(deputy).get(reverse("mfa_index")).text


def test_he_stops_it_at_once(admin, agency, absent, deputy):
    admin.post(screen(absent), filled(agency, "minh", today(), today() + DAY))
    answer = admin.post(reverse("stop_deputy", args=[absent.pk, Deputising.objects.get().pk]), follow=True)
    assert "Quyền thay đã hết ngay" in answer.text
    assert not publishes(deputy)


def test_saving_the_form_of_an_account_takes_nothing_that_is_lent_and_keeps_nothing(admin, agency, absent, deputy):
    admin.post(screen(absent), filled(agency, "minh", today(), today() + DAY))
    address = reverse("wagtailusers_users:edit", args=[deputy.pk])
    assert 'value="publisher" checked' not in admin.get(address).text
    names = {"username": "minh", "email": "minh@so.example", "last_name": "Ngô", "first_name": "Minh"}
    form = names | {"agency": agency.pk, "roles": ["writer"], "is_active": "on"}
    assert admin.post(address, form | opened_with(admin, address)).status_code == 302
    assert publishes(deputy)
    admin.post(reverse("stop_deputy", args=[absent.pk, Deputising.objects.get().pk]))
    assert not publishes(deputy)


@pytest.mark.parametrize(
    ("person", "first", "last", "sentence"),
    [
        ("minh", 3, 2, refusals.NOT_FIRST.format(written(today() + 3 * DAY))),
        ("minh", -1, 2, refusals.PAST.format(written(today()))),
        ("minh", 0, 400, refusals.TOO_LONG),
        ("lan", 0, 2, refusals.STRANGER),
        ("quan-tri", 0, 2, refusals.NOT_TO_ONESELF),
        ("nguoi-khac", 0, 2, refusals.STRANGER),
    ],
)
def test_he_is_told_why_not(admin, agency, absent, deputy, person, first, last, sentence):
    answer = admin.post(screen(absent), filled(agency, person, today() + first * DAY, today() + last * DAY))
    assert sentence in answer.text
    assert not Deputising.objects.exists()


def test_a_role_is_lent_to_one_at_a_time_and_nobody_deputises_while_he_is_away(admin, agency, absent, deputy):
    member(Role.WRITER, agency, "hoa")
    days = today() + DAY, today() + 3 * DAY
    admin.post(screen(absent), filled(agency, "minh", *days))
    later = days[1], days[1] + DAY
    assert "đã thay Lê Lan" in admin.post(screen(absent), filled(agency, "hoa", *later)).text
    admin.post(screen(absent), filled(agency, "hoa", *later, Role.CHECKER))
    admin.post(screen(absent), filled(agency, "hoa", later[1], later[1]))
    assert Deputising.objects.count() == 3
    answer = admin.post(screen(deputy), filled(agency, "lan", *days, Role.WRITER))
    assert "Lê Lan cũng vắng trong những ngày ấy" in answer.text
    assert Deputising.objects.count() == 3


def test_a_role_of_the_whole_portal_is_not_his_to_lend(admin, agency, absent):
    root = Editor.objects.create_superuser("root")
    give(absent, Role.KEEPER)
    assert admin.get(screen(absent)).status_code == 404
    assert "Giữ danh mục" in browser_of(root).get(screen(absent)).text
    keeper_of_all = member(Role.UNIT_ADMIN)
    assert "Giữ danh mục" not in browser_of(keeper_of_all).get(screen(absent)).text


@pytest.mark.parametrize("role", [Role.WRITER, Role.PUBLISHER, Role.OFFICER])
def test_nobody_else_does_it(agency, absent, deputy, role):
    browser = browser_of(member(role, agency, "ai-do"))
    form = filled(agency, "minh", today(), today() + DAY)
    assert browser.post(screen(absent), form).status_code in (302, 404)
    assert not Deputising.objects.exists()
