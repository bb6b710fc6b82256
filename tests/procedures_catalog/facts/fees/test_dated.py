"""Fees on a day: an ended one is told to nobody, a later one only as what is to come."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts import streams
from procedures_catalog.facts.fees.dated import channels_on, next_change
from procedures_catalog.facts.overlay import with_overlay
from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord
from procedures_catalog.presenting.fingerprints import part_digests, short_texts
from procedures_catalog.presenting.parts import channel_items
from procedures_catalog.presenting.shown import Shown

OLD = Fee(10_000, valid_to="2026-07-01")
NOW = Fee(15_000, "mỗi bản", legal_basis="12/2026/NQ-HĐND", valid_from="2026-07-01", valid_to="2027-01-01")
NEXT = Fee(20_000, legal_basis="30/2026/NQ-HĐND", valid_from="2027-01-01")
CHANNEL = Channel("direct", fees=(OLD, NOW, NEXT))
RECORD = ProcedureRecord("1.100001", "Thả diều", channels=(CHANNEL,))

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
kept = days.map(date.isoformat) | st.none()
fees = st.builds(Fee, st.integers(1, 99) | st.none(), valid_from=kept, valid_to=kept)


def _with_fee(fee: Fee) -> ProcedureRecord:
    return ProcedureRecord("1.1", "Diều", channels=(Channel("direct", fees=(fee,)),))


def _on(day: str) -> ProcedureRecord:
    return with_overlay(RECORD, [], date.fromisoformat(day))


def _shown(day: str) -> list[tuple[str, str, str]]:
    (item,) = channel_items(_on(day).channels)
    return [(fee["text"], fee["note"], fee["basis"]) for fee in item["fees"]]


def test_only_the_fee_of_the_day_is_due():
    assert short_texts(Shown("Thả diều", _on("2026-11-28"), "in_force"))["fee"] == "15.000 đồng (mỗi bản)"
    assert short_texts(Shown("Thả diều", _on("2026-06-30"), "in_force"))["fee"] == "10.000 đồng"
    assert short_texts(Shown("Thả diều", _on("2027-01-01"), "in_force"))["fee"] == "20.000 đồng"


def test_the_table_tells_basis_and_last_day_and_what_is_to_come():
    assert _shown("2026-11-28") == [
        ("15.000 đồng", "mỗi bản; đến hết ngày 31/12/2026", "12/2026/NQ-HĐND"),
        ("Từ ngày 01/01/2027: 20.000 đồng", "", "30/2026/NQ-HĐND"),
    ]


def test_a_fee_that_has_ended_with_nothing_after_it_leaves_the_fee_unknown():
    record = with_overlay(_with_fee(OLD), [], date(2026, 7, 1))
    assert channel_items(record.channels)[0]["fees"] == []
    assert short_texts(Shown("Diều", record, "in_force"))["fee"] == "Chưa công bố mức phí"


def test_what_is_to_come_is_not_taken_for_what_is_due():
    record = with_overlay(_with_fee(NEXT), [], date(2026, 7, 1))
    texts = [fee["text"] for fee in channel_items(record.channels)[0]["fees"]]
    assert texts == ["Chưa công bố", "Từ ngày 01/01/2027: 20.000 đồng"]


def test_the_layer_of_the_province_obeys_the_same_dates():
    block = {"type": "channels", "id": "1", "value": {"value": streams.channels_to_stream([CHANNEL])}}
    record = with_overlay(ProcedureRecord("1.1", "Diều"), [block], date(2026, 11, 28))
    assert [fee.amount for fee in record.channels[0].fees] == [15_000]


def test_a_paper_becomes_wrong_on_the_day_that_its_fee_changes():
    before, after = (part_digests(Shown("Thả diều", _on(day), "in_force")) for day in ("2026-12-31", "2027-01-01"))
    assert {part for part in before if before[part] != after[part]} == {"fee"}


@given(st.lists(fees, max_size=6), days)
def test_a_fee_is_due_announced_or_over(all_fees, day):
    (channel,) = channels_on([Channel("direct", fees=tuple(all_fees))], day)
    today = day.isoformat()
    assert all((fee.valid_from or "") <= today < (fee.valid_to or "9999") for fee in channel.fees)
    assert all(fee.valid_from and fee.valid_from > today for fee in channel.coming)
    over = [fee for fee in all_fees if fee.valid_to and fee.valid_to <= today and (fee.valid_from or "") <= today]
    assert len(channel.fees) + len(channel.coming) + len(over) == len(all_fees)


@given(st.lists(fees, max_size=6), days, days)
def test_of_an_earlier_day_the_later_one_follows(all_fees, one, other):
    first, last = sorted((one, other))
    channel = Channel("direct", fees=tuple(all_fees))
    (twice,), (once,) = channels_on(channels_on([channel], first), last), channels_on([channel], last)
    assert (sorted(map(repr, twice.fees)), twice.coming) == (sorted(map(repr, once.fees)), once.coming)


@given(st.lists(fees, max_size=6), days)
def test_nothing_changes_before_the_next_announced_day(all_fees, day):
    channels = channels_on([Channel("direct", fees=tuple(all_fees))], day)
    if following := next_change(channels):
        eve = following - timedelta(days=1)
        assert {*channels_on(channels, eve)[0].fees} <= {*channels[0].fees}


def test_what_a_note_says_of_the_day_after_is_announced_and_never_kept_as_a_fee():
    told = ("Từ ngày 01/01/2026 đến hết ngày 31/12/2026: 35.000 đồng; từ ngày 01/01/2027: 70.000 đồng",)
    (channel,) = channels_on([Channel("direct", fees=(Fee(35_000),), notes=told)], date(2026, 12, 1))
    assert (channel.fees, channel.coming) == ((Fee(35_000),), ())
    (item,) = channel_items([channel])
    assert [fee["text"] for fee in item["fees"]] == ["35.000 đồng", "Từ ngày 01/01/2027: 70.000 đồng"]
    (item,) = channel_items(channels_on([channel], date(2027, 1, 1)))
    assert [fee["text"] for fee in item["fees"]] == ["70.000 đồng"]
