"""Time limits of decisions: halves of days, “không cắt giảm”, and sentences that stay sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.lines.limits import is_not_cut, read_limit


@pytest.mark.parametrize(
    ("text", "number", "unit", "is_at_most"),
    [
        ("2,5 ngày làm việc kể từ ngày nhận đủ hồ sơ", "2,5", "ngày làm việc", False),
        ("03 ngày làm việc", "3", "ngày làm việc", False),
        ("Tối đa 140 ngày kể từ ngày hết hạn nộp", "140", "ngày", True),
        ("không quá 01 (một) ngày", "1", "ngày", True),
        ("Trong thời hạn 05 giờ làm việc", "5", "giờ làm việc", False),
        ("- 02 tháng", "2", "tháng", False),
    ],
)
def test_a_number_of_units_is_read(text, number, unit, is_at_most):
    limit = read_limit(text)
    assert limit is not None
    assert limit.length is not None
    assert (limit.length.number, limit.length.unit, limit.is_at_most) == (number, unit, is_at_most)


@pytest.mark.parametrize(
    "text",
    [
        "Ngay trong ngày",
        "Trong ngày nhận hồ sơ; nếu sau 15 giờ thì ngày làm việc tiếp theo",
        "5 ngày; trường hợp phải xác minh 10 ngày",
        "Không quy định",
    ],
)
def test_what_is_no_single_number_stays_a_sentence(text):
    limit = read_limit(text)
    assert limit is not None
    assert (limit.length, str(limit)) == (None, text)


def test_an_empty_cell_says_nothing():
    assert read_limit("  ") is None


@pytest.mark.parametrize("text", ["Không thực hiện cắt giảm", "không cắt giảm", "Giữ nguyên"])
def test_that_nothing_is_cut_is_understood(text):
    assert is_not_cut(text)
    assert not is_not_cut("cắt giảm 02 ngày")


@given(st.integers(1, 999), st.sampled_from(["", ",5", ",25"]))
def test_a_number_reads_as_it_was_written(whole, part):
    assert str(read_limit(f"{whole}{part} ngày làm việc")) == f"{whole}{part} ngày làm việc"
