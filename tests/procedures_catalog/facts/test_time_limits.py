"""Time limits: numbers and sentences, read and written back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.record import TimeLimit
from procedures_catalog.facts.time_limits import format_time_limit, is_possible, parse_time_limit, time_text

WRITTEN = [
    ("5 WORKING_DAY", TimeLimit("5", "working_day"), "5 ngày làm việc"),
    ("08 HOUR", TimeLimit("08", "hour"), "08 giờ"),
    ("3.5 ngày", TimeLimit("3.5", "day"), "3,5 ngày"),
    ("1,5 MONTH", TimeLimit("1,5", "month"), "1,5 tháng"),
    ("2 YEAR", TimeLimit("2", "year"), "2 năm"),
    ("OTHER", TimeLimit("", "other"), ""),
    ("5 OTHER", TimeLimit("5", "other"), ""),
    ("Trong buổi  sáng OTHER", TimeLimit("", "other", "Trong buổi  sáng"), "Trong buổi sáng"),
    ("- Ngay khi diều bay.", TimeLimit("", "", "- Ngay khi diều bay."), "Ngay khi diều bay."),
    ("", TimeLimit(), ""),
]
_NUMBERED = st.builds(
    "{} {}".format,
    st.from_regex(r"[0-9]{1,6}([.,][0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["WORKING_DAY", "ngày", "HOUR", "MONTH", "YEAR", "OTHER"]),
)


@pytest.mark.parametrize(("text", "limit", "shown"), WRITTEN)
def test_a_limit_is_read_shown_and_written_back(text, limit, shown):
    assert parse_time_limit(text) == limit
    assert time_text(limit) == shown
    assert format_time_limit(limit) == text


@given(_NUMBERED | st.text(alphabet=st.sampled_from("0159., OTHERngày\n"), max_size=30))
def test_writing_gives_back_what_was_read_up_to_white_space(text):
    assert format_time_limit(parse_time_limit(text)).split() == text.split()


@pytest.mark.parametrize(
    "text",
    ["-5 WORKING_DAY", "1e9 HOUR", "1/2 WORKING_DAY", "NaN YEAR", "31/02/2026", "0 ngày", "1000 MONTH", "-5 ngày",
     "1e9", "-5 OTHER", "5.0000 HOUR", "5 WORKING_DAY 5 HOUR", "30/2"],
)  # fmt: skip
def test_what_can_be_no_limit_is_shown_to_nobody_and_counts_as_unknown(text):
    limit = parse_time_limit(text)
    assert not is_possible(limit)
    assert (time_text(limit), format_time_limit(limit)) == ("", text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "0 OTHER", "29/2 OTHER", "15/12 OTHER", "1/12 hàng năm OTHER", "999 ngày", "0,5 ngày", "OTHER", "Không"],
)
def test_what_can_be_a_limit_or_states_nothing_is_none_of_these(text):
    assert is_possible(parse_time_limit(text))


@given(_NUMBERED)
def test_a_number_is_shown_exactly_where_it_can_be_one(text):
    limit = parse_time_limit(text)
    assert bool(time_text(limit)) == (is_possible(limit) and limit.unit != "other")


def test_a_number_and_words_that_name_another_are_both_told():
    said = "Chưa rõ: số ghi 3 ngày, lời văn ghi “Trong 5 ngày”"
    assert time_text(TimeLimit("3", "day", "Trong 5 ngày")) == said
    assert time_text(TimeLimit("3", "other", "Trong 5 ngày")) == said.replace("3 ngày", "3")
    assert time_text(TimeLimit("05", "day", "Trong 5 ngày")) == "05 ngày"
