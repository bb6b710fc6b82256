"""What lasts from one day to the end of another: the last day that is said is the last day on which it holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.days import Span, day_after, day_in, last_day, span_of, typed_day, written

days = st.dates(date(1900, 1, 1), date(2200, 1, 1))
spans = st.builds(Span, days | st.none(), days | st.none())
DAY = timedelta(days=1)


def test_a_day_is_written_as_people_do():
    assert written(date(2026, 7, 1)) == "01/07/2026"


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span(date(2027, 3, 1), date(2028, 1, 1)), "từ 01/03/2027 đến hết 31/12/2027"),
        (Span(date(2027, 3, 1)), "từ 01/03/2027"),
        (Span(None, date(2028, 1, 1)), "đến hết 31/12/2027"),
        (Span(), ""),
    ],
)
def test_a_span_in_words(span, said):
    assert span.in_words() == said


@given(days, st.integers(0, 5_000))
def test_the_last_day_that_is_said_is_the_last_on_which_it_holds(begins, length):
    span = Span(begins, begins + length * DAY + DAY)
    said = span.in_words().split("đến hết ")[1]
    last = next(day for day in (begins + number * DAY for number in range(length, -1, -1)) if written(day) == said)
    assert [span.holds_on(day) for day in (begins - DAY, begins, last, last + DAY)] == [False, True, True, False]


@given(days)
def test_the_day_after_and_the_last_day_undo_each_other(day):
    assert last_day(day_after(day)) == day
    assert Span(None, day_after(day)).holds_on(day)


@given(st.lists(days, min_size=3, max_size=3, unique=True).map(sorted), days)
def test_neighbours_never_overlap_and_leave_no_gap(bounds, day):
    first, second, third = bounds
    one, other, both = Span(first, second), Span(second, third), Span(first, third)
    assert not one.overlaps(other)
    assert one.holds_on(day) + other.holds_on(day) == both.holds_on(day)


@given(spans, spans, days)
def test_two_overlap_just_where_some_day_has_both(one, other, day):
    assert one.overlaps(other) == other.overlaps(one)
    bounds = {each for span in (one, other) for each in (span.begins, span.ends) if each} | {day}
    tried = bounds | {each - DAY for each in bounds}
    assert one.overlaps(other) == any(one.holds_on(each) and other.holds_on(each) for each in tried)


@given(spans, days)
def test_on_any_day_it_is_to_come_or_holds_or_has_ended(span, day):
    if not span.is_empty():
        assert span.is_to_come(day) + span.holds_on(day) + span.has_ended(day) == 1


def test_what_ends_when_it_begins_holds_on_no_day():
    assert Span(date(2027, 1, 1), date(2027, 1, 1)).is_empty()
    assert not Span(date(2027, 1, 1), date(2027, 1, 2)).is_empty()


@pytest.mark.parametrize("none", [None, ""])
def test_days_are_read_as_they_are_kept(none):
    assert span_of("2027-01-01", date(2028, 1, 1)) == Span(date(2027, 1, 1), date(2028, 1, 1))
    assert span_of(none, none) == Span()


def test_the_last_day_of_the_calendar_is_written_for_without_end_and_stays_what_it_is():
    assert (day_after(date.max), last_day(date.max)) == (date.max, date.max)
    assert Span(None, date.max).in_words() == "đến hết 31/12/9999"
    assert Span(None, date.max).holds_on(date.max)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/QĐ-UBND ngày 05/10/2026", date(2026, 10, 5)),
        ("Quyết định số 12/QĐ-UBND ngày 5  tháng 10 năm 2026 của UBND tỉnh", date(2026, 10, 5)),
        ("ngày 31/02/2026, sửa ngày 1-3-2026", date(2026, 3, 1)),
        ("12/2026/QĐ-UBND", None),
        ("1/12/2026/QĐ", None),
        ("", None),
    ],
)
def test_a_day_is_found_in_a_text(text, day):
    assert day_in(text) == day


@given(days)
def test_every_day_is_found_as_it_is_written(day):
    assert day_in(f"ngày {written(day)}.") == day or day.year < 1000


@pytest.mark.parametrize("text", ["28/02/2027", "28-2-2027", "28.02.2027", "2027-02-28", " 2027-2-28 "])
def test_a_day_is_read_as_people_and_machines_type_it(text):
    assert typed_day(text) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("text", "said"),
    [("31/02/2027", "Lịch không có ngày này"), ("ngày 1/3/2027", "Ngày chưa rõ"), ("", "Ngày chưa rõ")],
)
def test_what_is_no_day_is_told_in_a_sentence(text, said):
    with pytest.raises(ValueError, match=said):
        typed_day(text)
