"""Whole numbers are read as people write them, and a fraction is never taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.whole_numbers import read_whole, write_whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12000", 12_000), ("12.000", 12_000), ("12 000", 12_000), ("12,000", 12_000), ("1.000.000", 1_000_000),
        ("12.000đ", 12_000), ("12.000 đồng", 12_000), ("12.000 VNĐ", 12_000), (" 0 ", 0), ("500", 500),
    ],
)  # fmt: skip
def test_what_people_write(text, number):
    assert read_whole(text) == number


@pytest.mark.parametrize(
    "text", ["12,5", "12.5", "1.00", "12.0000", "1.000,000", "-5", "mười", "", "1e3", "12 đô la", "1..000"]
)
def test_what_is_no_whole_number(text):
    assert read_whole(text) is None


@given(st.integers(0, 10**12))
def test_what_is_written_is_read_again(number):
    assert read_whole(write_whole(number)) == read_whole(str(number)) == number
