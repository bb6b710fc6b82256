"""What holds on a day, and how it is said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agencies.hours.on_day import CLOSED, NOTE, OPEN, UNKNOWN, SpecialDay, hours_on
from agencies.hours.wording import coming, today_in_short, today_text
from vietnamese.days import day_after

WEEK = ["Thứ Hai – Thứ Sáu: 7:30–11:30, 13:30–17:00"]
MONDAY, TUESDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 1, 10)


def special(day: date, kind: str, last: date | None = None, **fields) -> SpecialDay:
    return SpecialDay(day, day_after(last or day), kind, **fields)


CULTURE = special(TUESDAY, CLOSED, reason="Ngày Văn hóa Việt Nam", source="28/2026/QH16", is_own=False)


@pytest.mark.parametrize(
    ("specials", "on", "said"),
    [
        ((), MONDAY, "Hôm nay (thứ Hai 23/11): 7:30–11:30, 13:30–17:00"),
        ((), date(2026, 11, 29), "Hôm nay (Chủ nhật 29/11) không làm việc"),
        ((CULTURE,), TUESDAY, "Hôm nay (thứ Ba 24/11) nghỉ: Ngày Văn hóa Việt Nam"),
        ((CULTURE,), MONDAY, "Hôm nay (thứ Hai 23/11): 7:30–11:30, 13:30–17:00"),
        ((special(SATURDAY, OPEN, hours="7h30-11h30"),), SATURDAY, "Hôm nay (thứ Bảy 10/01): 7:30–11:30"),
        (
            (special(SATURDAY, OPEN, instead_of=date(2026, 1, 2), reason="làm bù"),),
            SATURDAY,
            "Hôm nay (thứ Bảy 10/01): 7:30–11:30, 13:30–17:00 (làm bù)",
        ),
        ((special(SATURDAY, OPEN),), SATURDAY, "Hôm nay (thứ Bảy 10/01) có làm việc, giờ chưa công bố"),
        ((CULTURE, special(TUESDAY, OPEN, hours="8h-11h")), TUESDAY, "Hôm nay (thứ Ba 24/11): 8:00–11:00"),
        ((special(TUESDAY, OPEN, hours="8h-11h", is_own=False), CULTURE), TUESDAY,
         "Hôm nay (thứ Ba 24/11) nghỉ: Ngày Văn hóa Việt Nam"),
        ((), TUESDAY, "Hôm nay (thứ Ba 24/11) là Ngày Văn hóa Việt Nam: chưa rõ có làm việc hay không"),
        ((), date(2025, 11, 24), "Hôm nay (thứ Hai 24/11): 7:30–11:30, 13:30–17:00"),
    ],
)  # fmt: skip
def test_today_is_said(specials, on, said):
    assert today_text(hours_on(WEEK, specials, on), on) == said


def test_nothing_is_derived_from_a_week_that_is_not_understood_but_a_closed_day_holds():
    odd = ["Theo thông báo hằng tuần"]
    assert today_text(hours_on(odd, (), MONDAY), MONDAY) == ""
    assert hours_on(odd, (CULTURE,), TUESDAY).state == CLOSED


def test_a_note_changes_no_hours():
    day = hours_on(WEEK, (special(MONDAY, NOTE, reason="Lấy số từ 7:00"),), MONDAY)
    assert (day.state, day.hours, day.notes) == (OPEN, "7:30–11:30, 13:30–17:00", ("Lấy số từ 7:00",))


def test_it_is_said_shortly():
    assert today_in_short(hours_on(WEEK, (), MONDAY)) == "hôm nay 7:30–11:30, 13:30–17:00"
    assert today_in_short(hours_on(WEEK, (CULTURE,), TUESDAY)) == "hôm nay nghỉ: Ngày Văn hóa Việt Nam"


def test_the_days_to_come_stand_in_their_order_for_two_weeks():
    on = date(2026, 2, 12)
    tet = special(date(2026, 2, 16), CLOSED, date(2026, 2, 20), reason="Tết Âm lịch")
    saturday = special(date(2026, 2, 28), OPEN, hours="7:30–11:30")
    later = special(date(2026, 2, 14), OPEN, instead_of=date(2026, 2, 13))
    assert [each.text for each in coming([saturday, tet, later], on)] == [
        "Thứ Bảy 14/02: làm việc như thứ Sáu 13/02",
        "Từ thứ Hai 16/02 đến hết thứ Sáu 20/02: nghỉ – Tết Âm lịch",
    ]
    assert [each.text for each in coming([tet], date(2026, 2, 17))] == ["Đến hết thứ Sáu 20/02: nghỉ – Tết Âm lịch"]
    assert coming([tet], date(2026, 2, 20)) == ()


def test_what_the_counter_itself_decides_otherwise_is_not_announced():
    own = special(TUESDAY, OPEN, hours="8:00–11:00")
    assert [each.text for each in coming([CULTURE, own], MONDAY)] == ["Thứ Ba 24/11: làm việc 8:00–11:00"]


_DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))
_SPECIALS = st.builds(
    lambda begins, days, kind, hours, is_own: SpecialDay(
        begins, begins + timedelta(days=days), kind, hours, "lý do", is_own=is_own
    ),
    _DAYS, st.integers(1, 9), st.sampled_from([OPEN, CLOSED, NOTE]), st.text(max_size=12), st.booleans(),
)  # fmt: skip


@given(st.lists(st.text(max_size=20), max_size=2), st.lists(_SPECIALS, max_size=5), _DAYS)
def test_closed_wins_and_nothing_fails(lines, specials, on):
    day = hours_on(lines, specials, on)
    holding = [each for each in specials if each.begins <= on < each.ends and each.kind != NOTE]
    own = [each.kind for each in holding if each.is_own]
    kinds = own or [each.kind for each in holding]
    expected = CLOSED if CLOSED in kinds else OPEN if kinds else day.state
    assert day.state == expected
    assert day.state in (OPEN, CLOSED, UNKNOWN)
    assert isinstance(today_text(day, on) + today_in_short(day), str)
    assert len(coming(specials, on)) <= len(specials)
