"""A period that ends before it begins is found wherever it stands in a part of a procedure."""

import datetime

import pytest

from procedures_catalog.facts import streams
from procedures_catalog.facts.periods import ends_before_it_begins
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
