"""A decision is late when a clock of the law, counted in working days from its signing, has run out."""

from datetime import date
from typing import Any

import pytest

from agencies.models import CommonDay
from decisions.clocks import clocks_on, late_decisions
from decisions.models import ClockKey, Decision, LegalClock
from procedures_catalog.models import ChangeSet
from tests.decisions.clock_factory import clock
from tests.decisions.factories import decision

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
#: A Monday; the five working days before it are those of the week before.
ON = date(2027, 3, 1)
LATE, IN_TIME = date(2027, 2, 21), date(2027, 2, 22)


def found(key: str, on: date = ON) -> set[str]:
    """The numbers of the decisions that are late."""
    return set(late_decisions(Decision.objects.all(), key, on).values_list("number", flat=True))


def with_set(state: str, **facts: Any) -> Decision:
    """A late decision with a set in this state."""
    changes = ChangeSet.objects.create(title=state, day=ON, state=state)
    return decision(number=state, signed_on=LATE, changes=changes, **facts)


@pytest.fixture(autouse=True)
def clocks() -> None:
    for key in ClockKey.values:
        clock(key)


@pytest.mark.parametrize("key", ["public", "national"])
def test_it_is_late_when_so_many_working_days_are_over(key):
    decision(number="muộn", signed_on=LATE)
    decision(number="còn kịp", signed_on=IN_TIME)
    decision(number="chưa ký")
    assert found(key) == {"muộn"}


def test_a_holiday_gives_a_day_more():
    decision(number="muộn", signed_on=LATE)
    CommonDay.objects.create(begins=date(2027, 2, 25), kind="closed", reason="Lễ hội")
    assert found("public") == set()
    assert found("public", date(2027, 3, 2)) == {"muộn"}


def test_what_is_announced_or_applied_is_public_and_what_was_undone_is_not():
    for state in ("draft", "submitted", "checked", "approved", "applied", "undone", "dropped"):
        with_set(state)
    assert found("public") == {"draft", "submitted", "checked", "undone", "dropped"}


def test_the_day_of_the_national_database_stops_that_clock_alone():
    decision(number="đã nhập", signed_on=LATE, national_on=IN_TIME)
    assert (found("national"), found("public")) == (set(), {"đã nhập"})


@pytest.mark.parametrize("kind", ["process", "internal"])
def test_what_is_never_public_has_no_clock(kind):
    decision(number="nội bộ", signed_on=LATE, kind=kind)
    assert (found("national"), found("public")) == (set(), set())


def test_a_clock_that_is_not_counted_or_not_there_makes_nothing_late():
    decision(number="muộn", signed_on=LATE)
    clock("public", is_counted=False)
    LegalClock.objects.filter(key="national").delete()
    assert (found("national"), found("public")) == (set(), set())


def test_other_days_are_counted_when_the_administrator_says_so():
    decision(number="muộn", signed_on=LATE)
    clock("public", days=6)
    assert found("public") == set()


def test_a_clock_is_to_be_checked_from_its_day_on_whether_counted_or_not():
    clock("public", check_on=ON, is_counted=False)
    clock("national", check_on=date(2027, 3, 2))
    assert (clocks_on(ON).to_check, clocks_on(date(2027, 3, 2)).to_check) == (1, 2)


def test_the_known_clocks_are_there_from_the_first_day_on_to_be_checked(django_assert_num_queries):
    with django_assert_num_queries(2):
        clocks = clocks_on(ON)
    assert set(clocks.counted) == set(ClockKey.values)
