"""A fee that many procedures share stands in the text as a number, and is read as the amount that it is on the day."""

import datetime

from procedures_catalog.facts.fees.shared import filled, shared_by, shared_in, with_amounts, with_shared
from procedures_catalog.facts.fees.wording import fee_text
from procedures_catalog.facts.overlay import block_of, with_overlay
from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord
from procedures_catalog.facts.streams import channels_from_stream, channels_to_stream

BASIS = "Nghị quyết 12/2025/NQ-HĐND"
AMOUNTS = {7: (Fee(8_000, "/bản", legal_basis=BASIS),)}
SHARED = (Channel("direct", fees=(Fee(None, shared=7, id="a"),)),)
EMPTY = ProcedureRecord("1.1", "Thả diều")


def _layer(channels):
    return [block_of("channels", channels, "")]


def test_a_number_stands_in_the_stream_as_it_came():
    assert channels_from_stream(channels_to_stream(SHARED)) == SHARED


def test_a_fee_that_is_not_shared_says_nothing_of_it_in_the_stream():
    (row,) = channels_to_stream((Channel("direct", fees=(Fee(5_000),)),))
    assert "shared" not in row["value"]["fees"][0]["value"]


def test_a_layer_tells_which_amounts_it_takes():
    assert shared_in(_layer(SHARED)) == shared_by(SHARED) == {7}
    assert shared_in([block_of("conditions", "Có diều.", "")]) == frozenset()


def test_a_layer_that_takes_none_stays_the_very_same():
    layer = _layer((Channel("direct", fees=(Fee(5_000),)),))
    assert with_amounts(layer, AMOUNTS) is layer


def test_readers_find_the_amount_with_its_document():
    record = with_overlay(EMPTY, with_amounts(_layer(SHARED), AMOUNTS), datetime.date(2026, 1, 1))
    assert record.channels[0].fees == (Fee(8_000, "/bản", legal_basis=BASIS),)


def test_the_place_keeps_its_note_its_address_and_its_days():
    here = Fee(None, "bản thứ hai", shared=7, valid_from="2026-02-01", valid_to="2026-05-01", id="a")
    amounts = {7: (Fee(8_000, "/bản", valid_from="2026-01-01", valid_to="2026-04-01"),)}
    ((fee,),) = (channel.fees for channel in filled((Channel("direct", fees=(here,)),), amounts))
    assert (fee.note, fee.id, fee.valid_from, fee.valid_to) == ("/bản; bản thứ hai", "a", "2026-02-01", "2026-04-01")


def test_an_amount_that_is_announced_is_due_from_its_day_on():
    both = {7: (Fee(8_000, valid_to="2027-03-01"), Fee(10_000, valid_from="2027-03-01"))}
    before, after = (
        with_shared(ProcedureRecord("1.1", "", channels=SHARED), both, day).channels[0]
        for day in (datetime.date(2027, 2, 28), datetime.date(2027, 3, 1))
    )
    assert ([fee.amount for fee in before.fees], [fee.amount for fee in before.coming]) == ([8_000], [10_000])
    assert ([fee.amount for fee in after.fees], after.coming) == ([10_000], ())


def test_no_two_fees_of_one_place_have_one_address():
    both = {7: (Fee(8_000), Fee(10_000))}
    assert [fee.id for fee in filled(SHARED, both)[0].fees] == ["a", "a.1"]


def test_of_an_amount_that_is_not_published_nothing_is_known():
    (fee,) = filled(SHARED, {7: ()})[0].fees
    assert fee_text(fee) == "Chưa công bố"


def test_an_amount_outside_the_days_of_its_place_is_not_told():
    here = Fee(None, shared=7, valid_from="2026-06-01")
    assert filled((Channel("direct", fees=(here,)),), {7: (Fee(8_000, valid_to="2026-05-01"),)})[0].fees == ()
