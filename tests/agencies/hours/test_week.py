"""Weekly hours in the spellings in which people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agencies.hours.week import in_words, read_hours, read_week

FULL, MORNING = "7:30–11:30, 13:30–17:00", "7:30–11:30"
WEEK = [FULL] * 5
#: Lines → Monday to Sunday; "" is closed, None unknown.
READ = [
    (["Thứ Hai – Thứ Sáu: 7:30–11:30, 13:30–17:00"], [*WEEK, "", ""]),
    (["Thứ Hai – Thứ Sáu: 7:30–11:30, 13:30–17:00", "Sáng thứ Bảy 7h30-11h30"], [*WEEK, MORNING, ""]),
    (["Thứ Hai - Sáu: 7h30 - 11h30; 13h30 - 17h"], [*WEEK, "", ""]),
    (["Từ thứ 2 đến thứ 6 (trừ ngày lễ): sáng 7h30-11h30, chiều 13h30-17h00"], [*WEEK, "", ""]),
    (["Thứ 2 đến hết thứ 6 hàng tuần (trừ các ngày nghỉ lễ, tết theo quy định của pháp luật): 7.30-11.30, 13.30-17.00"],
     [*WEEK, "", ""]),
    (["Thứ hai đến thứ sáu, sáng: từ 07 giờ 30 phút đến 11 giờ 30 phút; chiều: từ 13 giờ 30 phút đến 17 giờ 00 phút."],
     [*WEEK, "", ""]),
    (["T2-T6: 7g30-11g30, 13g30-17g; T7: 7g30-11g30; CN nghỉ"], [*WEEK, MORNING, ""]),
    (["Thứ 2, 3, 4, 5, 6: 7h30 đến 11h30 và 13h30 đến 17h"], [*WEEK, "", ""]),
    (["Thứ 2 đến thứ 6 và sáng thứ 7: 7:30 - 11:30; 13:30 - 17:00"], [*WEEK, MORNING, ""]),
    (["Thứ 2 đến sáng thứ 7 hàng tuần (trừ ngày Tết, ngày lễ)", "- Sáng: 7h30 – 11h30", "- Chiều: 13h30 – 17h"],
     [*WEEK, MORNING, ""]),
    (["Thứ Hai đến thứ Sáu (buổi sáng từ 7 giờ 30 đến 11 giờ 30, buổi chiều từ 13 giờ 30 đến 17 giờ 00)"],
     [*WEEK, "", ""]),
    (["Sáng: 7h30-11h30", "Chiều: 13h30-17h", "Từ thứ Hai đến thứ Sáu"], [*WEEK, "", ""]),
    (["Buổi sáng 7h30-11h30; buổi chiều 1h30-5h (thứ 2 tới thứ 6)"], [*WEEK, "", ""]),
    (["Các ngày làm việc (thứ 2 – thứ 6): 7h30–11h30, 13h30–17h", "Thứ Bảy, Chủ nhật và ngày lễ: nghỉ"],
     [*WEEK, "", ""]),
    (["Các ngày trong tuần: 7:30–11:30, 13:30–17:00"], [*WEEK, None, None]),
    (["7:30–11:30, 13:30–17:00"], [*WEEK, None, None]),
    (["7:30–11:30, 13:30–17:00 (nghỉ thứ Bảy, Chủ nhật)"], [*WEEK, "", ""]),
    (["Các ngày trong tuần và sáng thứ 7: 7:30–11:30, 13:30–17:00"], [*WEEK, MORNING, None]),
    (["Thứ Hai – Chủ nhật, trừ thứ Tư: 8h–11h"], ["8:00–11:00", "8:00–11:00", "", *["8:00–11:00"] * 4]),
    (["Thứ Hai, thứ Tư, thứ Sáu: 8h-11h"], ["8:00–11:00", "", "8:00–11:00", "", "8:00–11:00", "", ""]),
    (["THỨ 2,4: 8H-11H"], ["8:00–11:00", "", "8:00–11:00", "", "", "", ""]),
    (["Sáng thứ Bảy 7h30-11h30"], [*[None] * 5, MORNING, ""]),
    (["Giờ làm việc: Thứ Hai - Thứ Sáu, 7:30 – 17:00", "Thứ Bảy: 7:30 – 11:30"], [*["7:30–17:00"] * 5, MORNING, ""]),
    (["Thứ Hai – Thứ Sáu: 7:30–11:30, 13:30–17:00", "Nghỉ lễ, tết theo quy định"], [*WEEK, "", ""]),
]  # fmt: skip
#: What may mean this or that, or more than is understood.
NOT_READ = [
    "",
    "Giờ hành chính",
    "Thứ Hai – Thứ Sáu",
    "Thứ Hai – Thứ Sáu: giờ hành chính",
    "Thứ Hai – Thứ Sáu: 7:30–17:00 (nghỉ trưa 11:30–13:30)",
    "Mùa hè 7:00–11:00, mùa đông 7:30–11:30",
    "Thứ Hai – Thứ Sáu: 7:30–11:30, 10:00–17:00",
    "Thứ Hai – Thứ Sáu: 17:00–7:30",
    "Thứ Hai – Thứ Sáu: 7:75–11:30",
    "Thứ Sáu – Thứ Hai: 7:30–11:30",
    "Thứ Hai – Thứ Sáu: 7:30–11:30, riêng thứ Năm tuần đầu tháng nghỉ",
    "Thứ 2–6, ngày lễ: 7:30–11:30",
    "Thứ 2–6 nghỉ thứ 7, CN: 7:30–11:30",
    "Thứ Hai – Thứ Sáu: 1:30–5:00",
    "Sáng thứ Hai: 7:30–11:30, 13:30–17:00",
    "24/7",
    "Liên hệ trước 0200 3888 101",
    "thứ 2 " * 100,
]


@pytest.mark.parametrize(("lines", "week"), READ, ids=[" | ".join(lines) for lines, _ in READ])
def test_it_is_read(lines, week):
    read = read_week(lines)
    assert read is not None
    assert [None if hours is None else in_words(hours) for hours in read] == week


@pytest.mark.parametrize("line", NOT_READ)
def test_nothing_is_taken_from_what_is_not_understood_whole(line):
    assert read_week([line]) is None


def test_one_line_that_is_not_understood_leaves_nothing_of_the_others():
    assert read_week(["Thứ Hai – Thứ Sáu: 7:30–11:30", "Riêng ngày làm thẻ: lấy số trước"]) is None


def test_hours_behind_several_groups_of_days_are_nobody_s():
    assert read_week(["Thứ Hai – Thứ Sáu: 7:30–11:30", "Thứ Bảy: 7:30–11:30", "Chiều: 13:30–17:00"]) is None


@pytest.mark.parametrize(("text", "read"), [
    ("7h30-11h30", MORNING), ("sáng 7:30–11:30; chiều 13:30–17:00", FULL),
    ("Thứ Bảy 7:30–11:30", None), ("cả ngày", None),
])  # fmt: skip
def test_the_hours_of_one_day(text, read):
    hours = read_hours(text)
    assert (in_words(hours) if hours else None) == read


_PIECES = [
    *("thứ", "Hai", "Thứ 2", "đến", "–", "7h30", "11:30", "13h30-17h", ",", ";", ":", "(", ")"),
    *("nghỉ", "trừ", "ngày lễ", "Chủ nhật", "sáng", "chiều", "tối", "các ngày trong tuần"),
]
_LINES = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join))


@given(st.lists(_LINES, max_size=4))
def test_whatever_is_typed_nothing_fails_and_hours_are_in_order(lines):
    for hours in read_week(lines) or ():
        ends = [minute for span in hours or () for minute in span]
        assert ends == sorted(ends)
