"""A channel's text: never longer than a message may be, nothing counted twice or lost."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.presenting.channel_text import LONGEST, Line, by_procedure, channel_text

DAY, ADDRESS = date(2026, 12, 1), "https://diều.vn/cap-nhat/?ngay=2026-12-01"
words = st.text(max_size=400)
lines = st.lists(st.builds(Line, words, words, st.just("https://diều.vn/q/ABCDEFG")), max_size=40)


def test_a_day_is_told_line_by_line():
    line = Line("Thả diều", "Thời hạn: 5 → 3 ngày\nKết quả: thêm “Thẻ”", "https://d.vn/q/A")
    assert channel_text([line], 1, DAY, "Cổng", "X").split("\n\n") == [
        "Cổng\nCập nhật thủ tục hành chính ngày 01/12/2026: 1 thay đổi.",
        "• Thả diều\nThời hạn: 5 → 3 ngày; Kết quả: thêm “Thẻ”\nhttps://d.vn/q/A",
        "Xem đầy đủ: X",
    ]


def test_a_day_without_changes_has_no_text():
    assert channel_text([], 0, DAY, "Cổng", ADDRESS) == ""


@given(lines, st.integers(0, 5000))
def test_it_is_bounded_and_says_how_many_are_left(found, more):
    total = len(found) + more
    text = channel_text(found, total, DAY, "Cổng thông tin", ADDRESS)
    assert len(text) <= LONGEST
    told = text.count("https://diều.vn/q/ABCDEFG")
    left = int(match[1]) if (match := re.search(r"Và (\d+) thay đổi khác", text)) else None
    assert left == (total - told if 0 < told < total else None) or told == 0


def test_a_procedure_that_changed_several_times_has_one_line_and_counts_as_often():
    lines = [Line("Thả diều", "Thời hạn: 5 → 3 ngày", "A"), Line("Sáo", "Kết quả: thêm “Thẻ”", "B")]
    again = Line("Thả diều", "Thời hạn: 5 → 3 ngày\nPhí: 5 → 4 đồng", "A")
    text = channel_text(by_procedure([*lines, again, again]), 5, DAY, "Cổng", "X")
    assert text.count("• Thả diều") == 1
    assert "Thời hạn: 5 → 3 ngày; Phí: 5 → 4 đồng" in text
    assert "Và 1 thay đổi khác" in text
