"""A block that lays time limits, fees and ways of handing in together speaks for what it says otherwise alone."""

from dataclasses import replace
from datetime import date

import pytest

from procedures_catalog.facts.dated.said_anew import local_parts, said_anew, set_by
from procedures_catalog.facts.overlay import block_of
from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord, TimeLimit

DAY = date(2027, 6, 1)
WAY = Channel("direct", TimeLimit("5", "day"), (Fee(50_000),), ("Mang bản chính.",))
STATE = ProcedureRecord("1.100001", "Cấp thẻ thả diều", channels=(WAY,))
SHORTER = replace(WAY, reduced=TimeLimit("3", "day"))
FREE = replace(SHORTER, fees=(Fee(None, "Không thu"),))
ONLINE = Channel("online", TimeLimit("2", "day"), (Fee(20_000),))


def block(*channels: Channel, decision: str = "1/QĐ-UBND", begins: str | None = "2027-01-01", ends: str | None = None):
    made = block_of("channels", channels, decision)
    return {**made, "value": {**made["value"], "valid_from": begins, "valid_to": ends}}


def by(*layer) -> dict[str, str]:
    """Fact → the decision of the block that set it, "" for the official text."""
    return {
        fact.name.partition(".")[2]: held["value"]["decision"] if held else ""
        for fact, held in set_by("channels", STATE, layer, DAY).items()
    }


@pytest.mark.parametrize(
    ("said", "new"),
    [
        ((WAY,), set()),
        ((SHORTER,), {"time"}),
        ((replace(WAY, time_limit=TimeLimit()),), {"time"}),
        ((replace(WAY, fees=(Fee(40_000),)),), {"fee"}),
        ((replace(WAY, fees=()),), {"fee"}),
        ((replace(WAY, fees=(Fee(50_000, legal_basis="7/NQ-HĐND"),)),), {"fee"}),
        ((replace(WAY, notes=("Mang bản sao.",)),), {"ways"}),
        ((WAY, ONLINE), {"time", "fee", "ways"}),
        ((WAY, Channel("postal")), {"ways"}),
        ((FREE,), {"time", "fee"}),
    ],
)
def test_only_what_differs_from_the_official_text_is_the_provinces(said, new):
    assert {name for name, decision in by(block(*said)).items() if decision} == new


def test_a_way_that_is_no_more_leaves_the_others_as_the_state_says():
    state = replace(STATE, channels=(WAY, ONLINE))
    found = set_by("channels", state, [block(WAY)], DAY)
    assert {fact.name for fact, held in found.items() if held} == {"channels.ways"}


def test_of_blocks_that_follow_each_other_each_speaks_for_what_it_changed():
    first = block(SHORTER, ends="2027-03-01")
    second = block(FREE, decision="2/NQ-HĐND", begins="2027-03-01")
    assert by(second, first) == {"time": "1/QĐ-UBND", "fee": "2/NQ-HĐND", "ways": ""}


def test_a_block_after_days_of_the_official_text_begins_anew():
    first = block(SHORTER, ends="2027-02-01")
    second = block(SHORTER, decision="2/QĐ-UBND", begins="2027-03-01")
    assert by(first, second)["time"] == "2/QĐ-UBND"


def test_what_will_come_is_held_against_what_stands_before_it():
    first = block(SHORTER, ends="2027-07-01")
    later = block(FREE, begins="2027-07-01")
    assert [fact.name for fact in said_anew(later, STATE, [first, later])] == ["channels.fee"]
    assert [fact.name for fact in said_anew(first, STATE, [first, later])] == ["channels.time"]


def test_without_the_official_text_all_that_a_part_tells_is_the_provinces():
    layer = [block(SHORTER), block_of("conditions", "Có gió.", "")]
    assert local_parts(STATE, layer, DAY) == {"channels.time", "conditions"}
    assert local_parts(None, layer, DAY) == {"channels.time", "channels.fee", "channels.ways", "conditions"}
