"""What the national file writes of fees comes back word for word."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.fees.national import NOTHING_STATED, format_fees, parse_fee, parse_fees, squeeze
from procedures_catalog.facts.record import Fee

# Shapes of real entries in made-up words.
SHAPES = [
    ["50000 VNĐ (mỗi thẻ)"],
    ["0 VNĐ ()"],
    ["0 VNĐ (Theo quy định của Hội đồng nhân dân)"],
    ["50000 VNĐ (a) | 70000 VNĐ (b) | 0 VNĐ (Không có)"],
    ["50000 VNĐ (a)", "70000 VNĐ (b) | 1 VNĐ (c)"],
    ["50000 VNĐ (diều (có sáo) nhỏ)"],
    ["50000 VNĐ (diều lớn)) | 1 VNĐ ((x)"],
    ["050000 VNĐ (mỗi thẻ)"],
    ["50.000 đồng một thẻ"],
    ["Thu theo biểu | phí của xã"],
    ["50000 VNĐ (dòng một\n dòng hai)"],
    [" | "],
    ["9999999999999999999 VNĐ (quá dài để là một số tiền)"],
    [NOTHING_STATED],
    [NOTHING_STATED, "5 VNĐ (x)"],
]
_text = st.text(alphabet=st.sampled_from("abđ ()|0159VN\nĐ.,"), max_size=30)
_note = st.text(alphabet=st.sampled_from("abđ ()|0159VNĐ.,"), max_size=20)
_entry = st.one_of(
    _text,
    st.lists(st.builds("{} VNĐ ({})".format, st.integers(0, 10**16), _note) | _text, min_size=1, max_size=5).map(
        " | ".join
    ),
)


@pytest.mark.parametrize("entries", SHAPES)
def test_every_real_shape_comes_back_as_it_was_written(entries):
    assert list(map(squeeze, format_fees(parse_fees(entries)))) == list(map(squeeze, entries))


@given(st.lists(_entry, min_size=1, max_size=4))
def test_whatever_an_entry_says_comes_back_up_to_white_space(entries):
    assert list(map(squeeze, format_fees(parse_fees(entries)))) == list(map(squeeze, entries))


def test_one_entry_that_joins_fees_is_taken_apart_and_entries_of_their_own_stay_apart():
    fees = parse_fees(["1000 VNĐ (a) | 2000 VNĐ (b)", "3000 VNĐ (c)"])
    assert [(fee.amount, fee.note, fee.apart) for fee in fees] == [
        (1000, "a", False),
        (2000, "b", False),
        (3000, "c", True),
    ]


def test_words_without_an_amount_stay_words():
    assert parse_fee("theo biểu phí của xã") == Fee(None, "theo biểu phí của xã")


def test_nothing_stated_is_no_fee_and_no_fee_is_nothing_stated():
    assert parse_fees([NOTHING_STATED]) == ()
    assert format_fees(()) == [NOTHING_STATED]


def test_a_kept_wording_is_no_longer_used_once_the_amount_changes():
    [fee] = parse_fees(["050000 VNĐ (mỗi thẻ)"])
    assert fee.wording == "050000 VNĐ (mỗi thẻ)"
    assert format_fees([dataclasses.replace(fee, amount=60_000)]) == ["60000 VNĐ (mỗi thẻ)"]
    assert format_fees([dataclasses.replace(fee, note="mỗi cánh")]) == ["50000 VNĐ (mỗi cánh)"]


def test_a_wording_that_said_it_all_gives_way_to_an_amount():
    assert format_fees([Fee(None, "", wording="tùy gió")]) == ["tùy gió"]
    assert format_fees([Fee(7, "", wording="tùy gió")]) == ["7 VNĐ ()"]
