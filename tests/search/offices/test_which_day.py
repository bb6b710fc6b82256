"""For which day somebody asks when an office is open."""

from datetime import date

import pytest

from search.offices.which_day import day_asked
from vietnamese.fold import fold

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("thứ 7 trung tâm có làm việc không", date(2026, 12, 5)),
        ("thứ bảy uỷ ban phường có làm việc không nhỉ", date(2026, 12, 5)),
        ("chủ nhật có mở cửa không", date(2026, 12, 6)),
        ("cuối tuần công an có làm không", date(2026, 12, 5)),
        ("thứ hai ủy ban mở mấy giờ", MONDAY),
        ("ngày mai ubnd có làm việc không", date(2026, 12, 1)),
    ],
)
def test_the_next_day_of_that_name_is_meant(text, day):
    assert day_asked(fold(text), MONDAY) == day


@pytest.mark.parametrize("text", ["sđt công an phường", "giờ làm việc một cửa", "mai táng phí"])
def test_other_words_name_no_day(text):
    assert day_asked(fold(text), MONDAY) is None
