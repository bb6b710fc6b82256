"""One screen leads from a new commune to its committee, its office, its officer and what hangs there."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import AdministrativeUnit, Agency, Role
from cms.access.giving import roles_of
from cms.access.upkeep import ensure_access
from cms.models import Editor
from tests.clock import today
from tests.editors import browser_of, member
from tests.posting.statistics.factories import make_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(portal) -> AdministrativeUnit:
    """A commune that is new, and nothing more."""
    ensure_access()
    return AdministrativeUnit.objects.create(code="T0001", name="Xã Suối Mây", kind="commune")


@pytest.fixture
def root(unit) -> Client:
    return browser_of(Editor.objects.create_superuser("goc"))


def screen(unit: AdministrativeUnit) -> str:
    return reverse("commune_taken_in", args=[unit.pk])


def office(unit: AdministrativeUnit, kind: str, name: str) -> dict[str, str]:
    return {"step": kind, f"{kind}-name": name, f"{kind}-address": "Thôn 1", f"{kind}-phone": ""}


def officer(name: str = "hoa") -> dict[str, str]:
    said = {"last_name": "Giàng A", "first_name": "Hoa", "username": name, "email": ""}
    return {"step": "officer"} | {f"officer-{field}": value for field, value in said.items()}


COMMITTEE, COUNTER = "Ủy ban nhân dân xã Suối Mây", "Trung tâm Phục vụ hành chính công xã Suối Mây"


def take_in(root: Client, unit: AdministrativeUnit) -> Agency:
    """The first two steps."""
    root.post(screen(unit), office(unit, "commune_committee", COMMITTEE))
    root.post(screen(unit), office(unit, "counter", COUNTER))
    return Agency.objects.get(kind="counter")


def test_each_step_is_saved_by_itself_and_the_next_time_what_there_is_is_shown(root, unit):
    assert "Xã Suối Mây" in root.get(reverse("communes_taken_in")).text
    shown = root.get(screen(unit)).text
    assert f'value="{COMMITTEE}"' in shown
    assert "Làm bước 1 trước" in shown
    root.post(screen(unit), office(unit, "commune_committee", COMMITTEE))
    assert f"<strong>{COMMITTEE}</strong>, Thôn 1" in root.get(screen(unit)).text
    root.post(screen(unit), office(unit, "counter", COUNTER))
    counter = Agency.objects.get(kind="counter")
    assert (counter.name, counter.parent.name, counter.unit) == (COUNTER, COMMITTEE, unit)
    answer = root.post(screen(unit), officer())
    person = Editor.objects.get(username="hoa")
    assert answer.headers["Location"] == reverse("account_link", args=[person.pk])
    assert (roles_of(person), person.get_full_name()) == ([(Role.OFFICER, counter)], "Giàng A Hoa")
    assert not person.has_usable_password()
    shown = root.get(screen(unit)).text
    assert "Giàng A Hoa (hoa), chưa đăng nhập lần nào" in shown
    assert "3/4" in shown
    make_paper(unit=unit, hung_on=today())
    assert "Sổ niêm yết đang ghi 1 tờ treo" in root.get(screen(unit)).text
    assert "4/4" in root.get(reverse("communes_taken_in")).text


def test_the_officer_of_the_new_commune_comes_to_its_desk(root, unit):
    take_in(root, unit)
    root.post(screen(unit), officer())
    assert "xã Suối Mây" in browser_of(Editor.objects.get(username="hoa")).get("/ban/").text.replace("Xã", "xã")


def test_a_step_twice_makes_nothing_twice_and_a_name_that_is_taken_is_said(root, unit):
    take_in(root, unit)
    root.post(screen(unit), office(unit, "counter", COUNTER))
    assert Agency.objects.count() == 2
    root.post(screen(unit), officer())
    assert "Đã có tài khoản" in root.post(screen(unit), officer("H0A")).text
    assert Editor.objects.filter(agency__kind="counter").count() == 1


def test_an_administrator_of_the_commune_adds_its_officer_and_makes_no_agency(root, unit):
    counter = take_in(root, unit)
    admin = browser_of(member(Role.UNIT_ADMIN, counter.parent, "quan-tri-xa"))
    other = AdministrativeUnit.objects.create(code="T0002", name="Xã Gió", kind="commune")
    Agency.objects.create(name="UBND xã Gió", kind="commune_committee", unit=other)
    shown = admin.get(reverse("communes_taken_in")).text
    assert ("Xã Suối Mây" in shown, "Xã Gió" in shown) == (True, False)
    assert admin.get(screen(other)).status_code == 404
    assert admin.post(screen(unit), officer()).status_code == 302
    assert Editor.objects.get(username="hoa").agency == counter
    Agency.objects.filter(pk=counter.pk).update(unit=None)
    admin.post(screen(unit), office(unit, "counter", COUNTER))
    assert Agency.objects.filter(kind="counter", unit=unit).count() == 0


@pytest.mark.parametrize("role", [Role.WRITER, Role.PUBLISHER, Role.OFFICER])
def test_nobody_else_comes_in(root, unit, role):
    browser = browser_of(member(role, take_in(root, unit), "ai-do"))
    for address in (screen(unit), reverse("communes_taken_in")):
        assert browser.get(address).status_code in (302, 404)
    browser.post(screen(unit), officer())
    assert not Editor.objects.filter(username="hoa").exists()


def test_many_communes_ask_no_more_than_one(root, unit):
    counts = []
    for number in (1, 12):
        for each in range(number):
            made = AdministrativeUnit.objects.create(
                code=f"T{number}{each:02}", name=f"Xã {number} {each}", kind="commune"
            )
            committee = Agency.objects.create(name=made.name, kind="commune_committee", unit=made)
            member(Role.OFFICER, committee, f"can-bo-{number}-{each}")
        root.get(reverse("communes_taken_in"))
        with CaptureQueriesContext(connection) as queries:
            root.get(reverse("communes_taken_in"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
