"""Who stands in for somebody has that one's rights from the first minute of a day to the last of another, and no more
than that one has himself."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from agencies.models import Agency, Role
from agencies.reach import agencies_of
from audit.models import LogRow
from audit.verifying import verify
from cms.access.deputies.days import BEGAN, ENDED, MADE, STOPPED, Wish, make, stop, turn
from cms.access.giving import give, roles_of, take, take_all
from cms.access.groups import group_of
from cms.models import Deputising, Editor
from procedures_catalog.models import ProcedurePage
from tests.cms.desk.form import DeskForm
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import published, shelf

pytestmark = pytest.mark.django_db

#: The last minute of a day in Vietnam, the first of the next, the last minute of that one, and the one after.
LATE, EARLY, LAST, OVER = (
    datetime.datetime(2026, 11, *time, tzinfo=datetime.UTC)
    for time in ((28, 16, 59), (28, 17, 1), (29, 16, 59), (29, 17, 1))
)
FIRST_DAY, DAY_AFTER = datetime.date(2026, 11, 29), datetime.date(2026, 11, 30)


@pytest.fixture
def publisher(agency) -> Editor:
    return member(Role.PUBLISHER, agency, "lan")


@pytest.fixture
def deputy(agency) -> Editor:
    return member(Role.WRITER, agency, "minh")


def lend(absent: Editor, deputy: Editor, moment: datetime.datetime, *groups: Group) -> Deputising:
    chosen = groups or tuple(group_of(role, agency) for role, agency in roles_of(absent))
    return make(Wish(absent, deputy, chosen, FIRST_DAY, DAY_AFTER), None, moment)


def anew(editor: Editor) -> Editor:
    return Editor.objects.get(pk=editor.pk)


def publishes(editor: Editor, agency: Agency) -> bool:
    return agency.pk in agencies_of(anew(editor), {Role.PUBLISHER})


def test_an_open_session_has_the_rights_on_the_day_alone_though_nothing_ran_at_midnight(
    at, agency, publisher, deputy, settings
):
    settings.SESSION_IDLE_MINUTES = dict.fromkeys(settings.SESSION_IDLE_MINUTES, 6_000)
    settings.SESSION_COOKIE_AGE = 10 * 24 * 3600
    lend(publisher, deputy, at(LATE))
    browser = browser_of(deputy)
    for moment, is_his in ((LATE, False), (EARLY, True), (LAST, True), (OVER, False)):
        at(moment)
        browser.get(reverse("mfa_index"))
        assert publishes(deputy, agency) == is_his, moment
    assert roles_of(anew(deputy)) == [(Role.WRITER, agency)]


def test_who_signs_in_on_the_day_is_met_by_it_and_the_nightly_command_does_it_for_all(at, agency, publisher, deputy):
    lend(publisher, deputy, at(LATE))
    at(EARLY)
    browser_of(deputy)
    assert publishes(deputy, agency)
    at(OVER)
    call_command("deputies")
    assert not publishes(deputy, agency)
    call_command("deputies")
    assert anew(deputy).rights_turn_on is None


def test_the_log_tells_that_it_was_made_began_and_ended_and_by_whom(at, agency, publisher, deputy):
    lend(publisher, deputy, at(LATE))
    for moment in (EARLY, EARLY, OVER, OVER):
        turn(deputy, at(moment))
    told = LogRow.objects.filter(kind="cms.deputising").order_by("number")
    assert [row.action for row in told] == [MADE, BEGAN, ENDED]
    assert {row.actor_name for row in told[1:]} == {"Cổng thông tin"}
    assert {(row.agency, row.name) for row in told} == {(agency.pk, "minh thay lan, từ 29/11/2026 đến hết 29/11/2026")}
    changed = LogRow.objects.filter(kind="cms.editor", key=str(deputy.pk), actor_name="Cổng thông tin")
    assert [row.changed["groups"] for row in changed.order_by("number")] == [
        ("", "Công bố – Sở Gió"),
        ("Công bố – Sở Gió", ""),
    ]
    assert verify().fault is None


def test_it_begins_at_once_where_it_begins_today_and_is_stopped_at_once(at, agency, publisher, deputy):
    made = lend(publisher, deputy, at(EARLY))
    assert publishes(deputy, agency)
    assert stop(made, at(EARLY))
    assert not publishes(deputy, agency)
    assert not stop(made, at(EARLY))
    assert LogRow.objects.filter(action=STOPPED).count() == 1


def test_nobody_has_more_for_another_than_that_one_has(at, agency, publisher, deputy):
    lend(publisher, deputy, at(EARLY))
    take(publisher, Role.PUBLISHER, agency)
    assert not publishes(deputy, agency)
    give(publisher, Role.PUBLISHER, agency)
    assert publishes(deputy, agency)
    publisher.is_active = False
    publisher.save()
    assert not publishes(deputy, agency)
    publisher.unused_at = EARLY  # disabled because nobody signs in: that is what leave is
    publisher.save()
    assert publishes(deputy, agency)


def test_only_the_roles_that_were_chosen_go_along(at, agency, publisher, deputy):
    give(publisher, Role.UNIT_ADMIN, agency)
    lend(publisher, deputy, at(EARLY), group_of(Role.PUBLISHER, agency))
    assert publishes(deputy, agency)
    assert not agencies_of(anew(deputy), {Role.UNIT_ADMIN})


def test_what_is_lent_goes_no_further(at, agency, publisher, deputy):
    third = member(Role.OFFICER, agency, "hoa")
    lend(publisher, deputy, at(EARLY))
    lend(deputy, third, EARLY, group_of(Role.PUBLISHER, agency), group_of(Role.WRITER, agency))
    assert not publishes(third, agency)
    assert agency.pk in agencies_of(anew(third), {Role.WRITER})


def test_what_he_has_of_his_own_or_is_given_meanwhile_stays(at, agency, publisher, deputy):
    give(publisher, Role.WRITER, agency)
    lend(publisher, deputy, at(EARLY))
    assert not take(deputy, Role.PUBLISHER, agency)
    give(deputy, Role.PUBLISHER, agency)
    turn(deputy, at(OVER))
    assert roles_of(anew(deputy)) == [(Role.WRITER, agency), (Role.PUBLISHER, agency)]


def test_two_for_whom_he_stands_in_end_each_at_its_time(at, agency, publisher, deputy):
    other = member(Role.PUBLISHER, agency, "nga")
    lend(publisher, deputy, at(EARLY))
    second = lend(other, deputy, EARLY)
    stop(second, EARLY)
    assert publishes(deputy, agency)
    turn(deputy, at(OVER))
    assert not publishes(deputy, agency)


def test_an_absent_account_that_is_deleted_or_loses_all_leaves_nothing_behind(at, agency, publisher, deputy):
    other = member(Role.CHECKER, agency, "nga")
    lend(publisher, deputy, at(EARLY))
    lend(other, deputy, EARLY)
    take_all(publisher, EARLY)
    other.delete()
    assert roles_of(anew(deputy)) == [(Role.WRITER, agency)]
    assert anew(deputy).groups.count() == 1


def test_who_leaves_stands_in_for_nobody(at, agency, publisher, deputy):
    lend(publisher, deputy, at(EARLY))
    take_all(deputy, EARLY)
    assert anew(deputy).groups.count() == 0
    turn(deputy, at(EARLY))
    assert anew(deputy).groups.count() == 0


@pytest.fixture
def page(agency) -> ProcedurePage:
    """A public procedure on the agency's shelf."""
    published("1.100001")
    ProcedurePage.objects.get().move(shelf(agency), "last-child")
    return ProcedurePage.objects.get()


@pytest.mark.parametrize("is_his", [True, False])
def test_a_deputy_publishes_what_others_wrote_and_never_his_own_change(at, agency, publisher, deputy, page, is_his):
    page.everyday_names = "thẻ diều"
    page.save_revision(user=deputy if is_his else member(Role.WRITER, agency, "hoa"))
    lend(publisher, deputy, at(EARLY))
    DeskForm.open(browser_of(deputy), page.pk).send("publish")
    assert ProcedurePage.objects.get().everyday_names == ("" if is_his else "thẻ diều")
