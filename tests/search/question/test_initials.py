"""Abbreviations that only the names themselves explain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.initials import Initials, has_initials, in_full

NAMES = [
    "Cấp giấy phép lưu hành xe quá tải",
    "Gia hạn giấy phép lưu hành xe",
    "Gần phía lâu hơn xa",
    "Đăng ký khai sinh",
]


def test_the_words_that_stand_together_most_often_are_meant():
    assert Initials(NAMES).reading("gplhx") == "giay phep luu hanh xe"
    assert Initials(NAMES).reading("zzzz") == ""


def test_an_abbreviation_is_read_where_it_stands():
    assert in_full("Xin GPLHX ở đâu?", Initials(NAMES)) == "Xin giay phep luu hanh xe ở đâu?"


@pytest.mark.parametrize("text", ["khai sinh", "sinh nghiêng", "đk ks", "2.001193", "gplhxgplhxgplhx", ""])
def test_words_codes_and_short_or_endless_runs_are_left_alone(text):
    assert not has_initials(text)
    assert in_full(text, Initials(NAMES)) == text


@given(st.text(max_size=60))
def test_any_text_is_taken(text):
    has_initials(text)
    in_full(text, Initials(NAMES))
