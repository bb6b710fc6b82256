"""Time limits: numbers, sentences, and a province's shorter ones."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.record import Channel, TimeLimit
from procedures_catalog.facts.time_limits import format_time_limit, parse_time_limit, summary, time_text

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


def _rows(*limits: str, reduced: str = "") -> list[Channel]:
    return [Channel("direct", parse_time_limit(limit), reduced=parse_time_limit(reduced)) for limit in limits]


@pytest.mark.parametrize(("text", "limit", "shown"), WRITTEN)
def test_a_limit_is_read_shown_and_written_back(text, limit, shown):
    assert parse_time_limit(text) == limit
    assert time_text(limit) == shown
    assert format_time_limit(limit) == text


@given(_NUMBERED | st.text(alphabet=st.sampled_from("0159., OTHERngày\n"), max_size=30))
def test_writing_gives_back_what_was_read_up_to_white_space(text):
    assert format_time_limit(parse_time_limit(text)).split() == text.split()


@pytest.mark.parametrize(
    ("limits", "shown"),
    [
        ([], "Chưa công bố thời hạn"),
        (["5 ngày"], "5 ngày"),
        (["5 ngày", "5 ngày"], "5 ngày"),
        (["15 ngày", "5 ngày", "7,5 ngày"], "5 – 15 ngày, tùy trường hợp"),
        (["2.5 ngày", "10 ngày"], "2,5 – 10 ngày, tùy trường hợp"),
        (["5 ngày", "5 WORKING_DAY"], "Tùy trường hợp, xem bảng thời hạn"),
        (["5 ngày", "Khi có gió"], "Tùy trường hợp, xem bảng thời hạn"),
        (["OTHER"], "Chưa công bố thời hạn"),
        (["1 OTHER", "7 OTHER", ""], "Chưa công bố thời hạn"),
        (["1 OTHER", "20 ngày"], "20 ngày"),
        (["gió " * 40], "Tùy trường hợp, xem bảng thời hạn"),
    ],
)
def test_how_long_in_one_line(limits, shown):
    assert summary(_rows(*limits)) == shown


@pytest.mark.parametrize(
    ("notes", "shown"),
    [
        (("Mô tả: Nộp tại quầy.",), "Chưa công bố thời hạn"),
        (("Mô tả: 05 ngày làm việc kể từ ngày nhận đủ hồ sơ",), "05 ngày làm việc kể từ ngày nhận đủ hồ sơ"),
        (("Mô tả: - Nộp tại quầy.", "- Thời hạn: 5 ngày với diều lớn"), "Tùy trường hợp, xem bảng thời hạn"),
        (("Mô tả: Không quy định",), "Tùy trường hợp, xem bảng thời hạn"),
    ],
)
def test_a_time_that_is_left_to_the_notes_is_theirs_and_unknown_where_they_do_not_tell_it(notes, shown):
    rows = [dataclasses.replace(row, notes=notes) for row in _rows("1 OTHER", "1 OTHER")]
    assert summary(rows) == shown


def test_notes_that_differ_by_channel_stand_in_the_table():
    first, second = _rows("1 OTHER", "1 OTHER")
    rows = [dataclasses.replace(first, notes=("5 ngày",)), dataclasses.replace(second, notes=("7 ngày",))]
    assert summary(rows) == "Tùy trường hợp, xem bảng thời hạn"


def test_the_provinces_reduced_limit_replaces_the_one_by_law():
    assert summary(_rows("10 ngày", reduced="4 ngày")) == "4 ngày"


def test_a_range_is_made_of_reduced_limits_too():
    rows = [*_rows("5 ngày", reduced="3 ngày"), *_rows("10 ngày", reduced="7 ngày")]
    assert summary(rows) == "3 – 7 ngày, tùy trường hợp"
