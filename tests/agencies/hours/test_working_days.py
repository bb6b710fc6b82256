"""Working days go by the week, the public holidays, and what the desk has written down."""

from datetime import date

import pytest

from agencies.hours.on_day import CLOSED, NOTE, OPEN, SpecialDay
from agencies.hours.working_days import is_worked, over_before

MONDAY = date(2027, 3, 1)
OFF = SpecialDay(date(2027, 2, 26), date(2027, 2, 27), CLOSED)  # a Friday
MADE_UP = SpecialDay(date(2027, 2, 27), date(2027, 2, 28), OPEN, instead_of=date(2027, 2, 26))  # its Saturday


def test_a_weekday_is_worked_and_the_end_of_the_week_is_not():
    assert [is_worked(date(2027, 3, day), []) for day in (5, 6, 7, 8)] == [True, False, False, True]


def test_a_public_holiday_is_not_worked_unless_it_is_written_down():
    holiday = date(2026, 9, 2)  # a Wednesday
    assert not is_worked(holiday, [])
    assert is_worked(holiday, [SpecialDay(holiday, date(2026, 9, 3), OPEN)])


def test_what_is_written_down_wins_over_the_week_and_a_note_changes_nothing():
    assert not is_worked(date(2027, 2, 26), [OFF])
    assert is_worked(date(2027, 2, 27), [MADE_UP])
    assert is_worked(MONDAY, [SpecialDay(MONDAY, date(2027, 3, 2), NOTE, reason="Bảo trì")])


@pytest.mark.parametrize(
    ("number", "specials", "before"),
    [
        (0, [], MONDAY),
        (1, [], date(2027, 2, 26)),
        (5, [], date(2027, 2, 22)),
        (5, [OFF], date(2027, 2, 19)),
        (5, [OFF, MADE_UP], date(2027, 2, 22)),
    ],
)
def test_what_began_before_a_day_has_had_so_many_working_days(number, specials, before):
    assert over_before(MONDAY, number, specials) == before
