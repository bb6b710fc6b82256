"""One slip of the finger between two spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.slips import OneSlip, slips_between

WORDS = st.text("abcđơ3", max_size=8)


@pytest.mark.parametrize(
    ("typed", "slips"),
    [("thu thua", 0), ("thu tha", 1), ("thuu thua", 1), ("tuh thua", 1), ("thi thua", 1), ("thi tha", 2), ("", 8)],
)
def test_a_letter_missing_doubled_exchanged_or_wrong(typed, slips):
    assert slips_between(typed, "thu thua") == slips


@given(WORDS, WORDS)
def test_it_is_as_far_back_as_there(one, other):
    assert slips_between(one, other) == slips_between(other, one)


@given(WORDS.filter(lambda word: len(word) >= 4), WORDS)
def test_whatever_is_one_slip_away_is_found(known, typed):
    is_near = slips_between(known, typed) == 1 and known.count("3") == typed.count("3")
    assert (OneSlip([known], 4).near(typed) == [known]) == is_near


def test_a_number_is_no_slip_of_another_and_short_names_are_none():
    assert OneSlip(["phuong12", "huc"], 4).near("phuong11") == []
    assert OneSlip(["phuong12", "huc"], 4).near("hucc") == []
