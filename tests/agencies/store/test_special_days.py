"""The days of all counters decide when a number of working days is over."""

from datetime import date

import pytest

from agencies.models import CommonDay
from agencies.store.special_days import days_over

pytestmark = pytest.mark.django_db
MONDAY = date(2027, 3, 1)


def test_a_holiday_of_the_desk_makes_a_clock_run_longer():
    assert days_over({1, 5}, MONDAY) == {1: date(2027, 2, 26), 5: date(2027, 2, 22)}
    CommonDay.objects.create(begins=date(2027, 2, 24), ends=date(2027, 2, 27), kind="closed", reason="Lễ hội")
    assert days_over({1, 5}, MONDAY) == {1: date(2027, 2, 23), 5: date(2027, 2, 17)}


def test_a_long_pause_is_seen_whole():
    CommonDay.objects.create(begins=date(2027, 2, 1), ends=date(2027, 2, 27), kind="closed", reason="Tết")
    assert days_over({1}, MONDAY) == {1: date(2027, 1, 29)}


def test_nothing_is_asked_for_no_number(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert days_over(set(), MONDAY) == {}
