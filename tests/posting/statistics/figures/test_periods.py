"""Days, weeks and months."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posting.statistics.figures.periods import Period, completed_months, last_days, monday, month, read_month

DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1))


@given(day=DAYS)
def test_the_last_thirty_days_are_thirty_and_end_today(day):
    days = list(last_days(day, 30).days())
    assert len(days) == 30
    assert days[-1] == day


def test_a_period_that_ends_before_it_begins_is_empty():
    assert list(Period(datetime.date(2026, 2, 1), datetime.date(2026, 1, 1)).days()) == []


@given(day=DAYS)
def test_a_week_begins_on_monday(day):
    assert monday(day).weekday() == 0
    assert 0 <= (day - monday(day)).days < 7


@given(day=DAYS)
def test_months_that_are_over_follow_each_other_without_a_gap(day):
    firsts = completed_months(day, 15)
    assert month(firsts[0]).last + datetime.timedelta(days=1) == day.replace(day=1)
    for later, earlier in pairwise(firsts):
        assert month(earlier).last + datetime.timedelta(days=1) == later


def test_a_month_is_read():
    assert read_month("2026-10") == datetime.date(2026, 10, 1)


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-1", "0000-01", "2026-10-01", "２０２６-10", "x" * 10_000, "2026-10\n"]
)
def test_anything_else_is_no_month(text):
    assert read_month(text) is None
