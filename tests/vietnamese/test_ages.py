"""Ages in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.ages import OLDEST, ages_in, is_within, span_of_ages
from vietnamese.fold import fold


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("con tôi 14 tuổi", [14]),
        ("mẹ em bảy mươi hai tuổi", [72]),
        ("ngoài tám chục tuổi", [80]),
        ("ông tám hai tuổi, bà bảy mươi tư tuổi", [82, 74]),
        ("bé sáu tuổi", [6]),
        ("mười lăm tuổi", [15]),
        ("hai mươi mốt tuổi", [21]),
        ("trẻ dưới 14 tuổi", [13]),
        ("người chưa đủ 18 tuổi", [17]),
        ("bé 6 tháng tuổi", []),
        ("xe 15t", []),
        ("500 tuổi", []),
        ("sinh năm 1990", []),
    ],
)
def test_ages_are_read_in_figures_and_in_words_with_marks_or_without(text, ages):
    assert ages_in(text) == ages_in(fold(text)) == ages


@given(st.integers(0, OLDEST))
def test_every_age_in_figures_is_read(age):
    assert ages_in(f"người từ đủ {age} tuổi trở lên") == [age]


@given(st.text())
def test_any_text_has_ages_that_people_reach(text):
    assert all(0 <= age <= OLDEST for age in ages_in(text))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("cho người từ đủ 14 tuổi trở lên", (14, OLDEST)),
        ("cho người dưới 14 tuổi", (0, 13)),
        ("từ đủ 16 tuổi đến dưới 18 tuổi", (16, 17)),
        ("từ đủ 6 tuổi đến 14 tuổi", (6, 14)),
        ("người trên 14 tuổi", (15, OLDEST)),
        ("người chưa đủ 13 tuổi", (0, 12)),
        ("tuổi nghề cơ yếu", None),
        ("con tôi 14 tuổi", None),
    ],
)
def test_a_text_says_for_which_ages_it_is(text, span):
    assert span_of_ages(text) == span_of_ages(fold(text)) == span


def test_what_says_no_age_fits_every_age():
    assert is_within([], (0, 13))
    assert is_within([80], None)
    assert is_within([14, 8], (0, 13))
    assert not is_within([14], (0, 13))
