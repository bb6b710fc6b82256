"""Days that a text names, and whether one of them came."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.turning_days import may_have_turned

NOTED = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("text", "on", "turned"),
    [
        ('{"valid_from": "2026-12-01"}', date(2026, 11, 30), False),
        ('{"valid_from": "2026-12-01"}', date(2026, 12, 1), True),
        ("giảm 50% đến hết ngày 31/12/2026", date(2026, 12, 30), False),
        ("giảm 50% đến hết ngày 31/12/2026", date(2027, 1, 1), True),
        ("theo Nghị quyết ngày 1/2/2020, số 99/99/2026", date(2027, 1, 1), False),
        ("", date(2027, 1, 1), False),
    ],
)
def test_a_day_that_was_named_came_after_it_was_noted(text, on, turned):
    assert may_have_turned(text, NOTED, on) is turned


def test_what_was_noted_today_is_of_today():
    assert not may_have_turned("2026-11-01", NOTED, NOTED)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 500), st.integers(0, 499))
def test_no_day_between_is_missed_however_it_is_written(since, length, at):
    on = since + timedelta(days=length)
    named = since + timedelta(days=min(at, length - 1) + 1)
    assert may_have_turned(f"từ {named:%d/%m/%Y}", since, on)
    assert may_have_turned(f"{named}", since, on)
