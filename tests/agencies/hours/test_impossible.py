"""Hours that cannot be are told; all that may be right is left alone."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from agencies.hours.impossible import impossible_hours
from agencies.models import Agency


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Thứ 2 – Thứ 6: 17:30–11:30", ("17:30–11:30",)),
        ("7h30 -> 25h00", ("7h30 -> 25h00",)),
        ("Sáng 7:30–11:70", ("7:30–11:70",)),
        ("7:30–7:30", ("7:30–7:30",)),
        ("sáng 7 giờ 30 đến 11 giờ\nchiều 17 giờ đến 13 giờ 30", ("17 gio den 13 gio 30",)),
    ],
)
def test_what_ends_before_it_begins_or_is_no_time_is_told(text, wrong):
    assert impossible_hours(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thứ 2 – Thứ 6: 7:30–11:30, 13:30–17:00",
        "Trực cấp cứu 22h – 6h",
        "Theo lịch của trường",
        "0–24h",
        "Điện thoại 0251 3822 501",
    ],
)
def test_what_may_be_right_is_left_alone(text):
    assert impossible_hours(text) == ()


@given(st.integers(0, 23 * 60), st.integers(1, 59))
def test_every_span_that_goes_forward_is_possible_and_backward_by_day_is_not(begin, more):
    end = begin + more
    forward = f"{begin // 60}:{begin % 60:02}–{end // 60}:{end % 60:02}"
    backward = f"{end // 60}:{end % 60:02}–{begin // 60}:{begin % 60:02}"
    assert impossible_hours(forward) == ()
    assert impossible_hours(backward) == (backward,)


def test_the_form_of_an_agency_refuses_them_in_words():
    with pytest.raises(ValidationError) as refused:
        Agency(name="Một cửa", kind="counter", opening_hours="17:30–11:30").clean()
    assert "Giờ cuối phải sau giờ đầu" in refused.value.message_dict["opening_hours"][0]
