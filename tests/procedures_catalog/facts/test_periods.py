"""A period that ends before it begins is found wherever it stands in a part of a procedure, and two that overlap."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts import streams
from procedures_catalog.facts.overlay import span_of_block
from procedures_catalog.facts.periods import ends_before_it_begins, overlapping
from procedures_catalog.facts.record import Channel, Fee


def _overlay(begins, ends, value="Có dây."):
    block = {"value": value, "decision": "", "valid_from": begins, "valid_to": ends}
    return [{"type": "conditions", "id": "1", "value": block}]


@pytest.mark.parametrize(
    ("begins", "ends", "found"),
    [
        ("2026-12-01", "2026-12-01", "01/12/2026 – 30/11/2026"),
        (datetime.date(2026, 12, 1), datetime.date(2026, 12, 1), "01/12/2026 – 30/11/2026"),
        ("2026-12-01", "2026-12-02", ""),
        ("2026-12-01", None, ""),
        (None, "2026-12-01", ""),
    ],
)
def test_a_block_of_the_layer(begins, ends, found):
    assert ends_before_it_begins(_overlay(begins, ends)) == found


def test_a_fee_inside_a_channel_inside_a_block():
    channels = streams.channels_to_stream(
        [Channel("direct", fees=(Fee(1, valid_from="2027-01-01", valid_to="2026-01-02"),))]
    )
    assert ends_before_it_begins(channels) == "01/01/2027 – 01/01/2026"
    assert ends_before_it_begins(_overlay(None, None, channels)) == "01/01/2027 – 01/01/2026"


def _blocks(part, *spans):
    return [
        {"type": part, "id": str(n), "value": {"value": "x", "valid_from": b, "valid_to": e}}
        for n, (b, e) in enumerate(spans)
    ]


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([("2026-01-01", "2027-01-01"), ("2027-01-01", None)], []),
        ([("2027-01-01", None), (None, "2027-01-01")], []),
        (
            [("2026-01-01", "2027-01-02"), ("2027-01-01", None)],
            ["Nơi nộp: “từ 01/01/2026 đến hết 01/01/2027” và “từ 01/01/2027”"],
        ),
        ([(None, None), ("2027-01-01", None)], ["Nơi nộp: “không ghi ngày” và “từ 01/01/2027”"]),
        ([("2027-01-01", "2026-01-01"), (None, None)], []),
    ],
)
def test_two_texts_for_one_part_on_one_day_are_named_with_their_periods(spans, found):
    assert list(overlapping(_blocks("receiving_address", *spans))) == found


def test_other_parts_share_days_as_they_like_and_each_part_is_named_once():
    always = (None, None)
    assert list(overlapping(_blocks("conditions", always) + _blocks("results", always))) == []
    named = list(overlapping(_blocks("conditions", always, always, always) + _blocks("results", always, always)))
    assert [sentence.partition(":")[0] for sentence in named] == ["Yêu cầu, điều kiện", "Kết quả"]


days = st.none() | st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 3, 1))


@given(st.lists(st.tuples(days, days), max_size=4), st.dates(datetime.date(2025, 12, 1), datetime.date(2026, 4, 1)))
def test_where_none_are_named_no_day_has_two_texts(spans, day):
    blocks = _blocks("results", *spans)
    holding = [block for block in blocks if span_of_block(block).holds_on(day)]
    assert list(overlapping(blocks)) or len(holding) < 2
