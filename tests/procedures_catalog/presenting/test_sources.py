"""Each part says whose it is, by which act and since when; what nobody wrote an act for is unverified."""

import dataclasses
from datetime import date

import pytest

from procedures_catalog.facts.dated.difference import Difference
from procedures_catalog.facts.overlay import block_of, with_overlay
from procedures_catalog.facts.parts.table import OVERLAID, PARTS, UNSHOWN
from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord, TimeLimit
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from procedures_catalog.presenting.sources import (
    RECEIVING,
    Origin,
    Source,
    by_section,
    sources_of,
    unverified_answers,
    unverified_labels,
)
from tests.procedures_catalog.importing.full_record import FULL

DAY = date(2026, 12, 1)
SEEN = date(2026, 7, 15)
NATIONAL = Origin("national", seen_on=SEEN)
RECORD = dataclasses.replace(FULL, blanks=("forms.none",))


def one(part: str, record: ProcedureRecord = RECORD, overlay=(), origin: Origin = NATIONAL) -> Source:
    (found,) = (source for source in sources_of(record, overlay, origin, DAY) if source.part == part)
    return found


def block(part: str, decision: str = "", begins: str | None = "2026-08-01"):
    made = block_of(part, getattr(RECORD, part), decision)
    return {**made, "value": {**made["value"], "valid_from": begins}}


def test_every_part_that_says_something_to_readers_has_a_source():
    parts = {source.part for source in sources_of(RECORD, (), NATIONAL, DAY)}
    assert parts == {
        part.name
        for part in PARTS
        if part.key not in UNSHOWN
        and part.key
        and getattr(RECORD, part.name)
        and part.name not in ("source_was_nfc", "original_wordings")
    }


def test_what_says_nothing_has_none():
    silent = ProcedureRecord("1.100001", "Cấp thẻ thả diều")
    assert {source.part for source in sources_of(silent, (), NATIONAL, DAY)} == {"code", "name"}


def test_the_states_text_is_of_the_day_of_its_list():
    source = one("steps")
    assert (source.layer, source.verified, source.day) == ("central", True, SEEN)
    assert source.text == "Trung ương – Cơ sở dữ liệu quốc gia về thủ tục hành chính, cổng nhận ngày 15/07/2026"


def test_what_was_kept_against_the_list_is_not_said_to_be_of_its_day():
    source = one("steps", origin=dataclasses.replace(NATIONAL, kept=frozenset({"steps"})))
    assert source.text.endswith("bản trước đây mà tỉnh giữ lại")
    assert one("results", origin=dataclasses.replace(NATIONAL, kept=frozenset({"steps"}))).day == SEEN


@pytest.mark.parametrize("part", OVERLAID)
def test_the_provinces_text_names_its_decision_and_first_day(part):
    source = one(part, overlay=[block(part, "7/2026/NQ-HĐND")])
    assert source.text == "Tỉnh – Nghị quyết 7/2026/NQ-HĐND, từ ngày 01/08/2026"
    assert (source.layer, source.verified) == ("province", True)


@pytest.mark.parametrize("part", sorted(OVERLAID.keys() - {"channels"}))
def test_without_a_decision_it_is_unverified(part):
    source = one(part, overlay=[block(part)])
    assert (source.verified, source.text) == (False, "Tỉnh – chưa xác minh: chưa ghi theo văn bản nào")


WAY = Channel("direct", TimeLimit("5", "day"), (Fee(50_000),))
PLAIN = dataclasses.replace(RECORD, channels=(WAY,), blanks=())


def of_channels(channel: Channel, decision: str = "7/QĐ-UBND") -> dict[str, Source]:
    """The sources of what a layer of one way says over the State's."""
    record = dataclasses.replace(PLAIN, channels=(channel,))
    origin = dataclasses.replace(NATIONAL, official=PLAIN)
    told = sources_of(record, [block_of("channels", record.channels, decision)], origin, DAY)
    return {source.part: source for source in told if source.part.startswith("channels")}


def test_a_shorter_time_limit_leaves_the_fee_the_states():
    told = of_channels(dataclasses.replace(WAY, reduced=TimeLimit("3", "day")))
    assert (told["channels.time"].text, told["channels.time"].label) == ("Tỉnh – Quyết định 7/QĐ-UBND", "Thời hạn")
    assert (told["channels.fee"].layer, told["channels.fee"].day) == ("central", SEEN)


def test_a_time_limit_without_an_act_is_unverified_and_the_fee_beside_it_is_not():
    told = of_channels(dataclasses.replace(WAY, reduced=TimeLimit("3", "day")), "")
    assert unverified_answers(told.values(), False) == {"time"}
    assert unverified_labels(told.values()) == ("Thời hạn",)


def test_an_act_of_the_fee_does_not_speak_for_the_time_limit():
    fee = Fee(40_000, legal_basis="7/NQ-HĐND")
    told = of_channels(dataclasses.replace(WAY, fees=(fee,), reduced=TimeLimit("3", "day")), "")
    assert (told["channels.fee"].act, told["channels.fee"].verified) == ("Nghị quyết 7/NQ-HĐND", True)
    assert not told["channels.time"].verified


def test_a_layer_that_says_what_the_state_says_takes_nothing_for_its_own():
    (source,) = of_channels(WAY).values()
    assert (source.part, source.layer, source.day) == ("channels", "central", SEEN)


def test_that_no_fee_is_due_is_as_doubtful_as_who_said_so():
    record = dataclasses.replace(PLAIN, channels=(Channel("direct", TimeLimit("5", "day")),), blanks=("fee.none",))
    told = sources_of(with_overlay(record, (), DAY), (), NATIONAL, DAY)
    assert unverified_answers(told, False, record.blanks) == {"fee"}
    by_set = Difference("blanks", date(2026, 9, 1), record.blanks, "9/QĐ-UBND")
    told = sources_of(with_overlay(record, (), DAY), (), dataclasses.replace(NATIONAL, applied=(by_set,)), DAY)
    assert unverified_answers(told, False, record.blanks) == set()


def test_a_text_that_begins_later_is_not_the_source_of_what_stands_today():
    assert one("steps", overlay=[block("steps", begins="2027-01-01")]).layer == "central"


@pytest.mark.parametrize(
    ("bases", "verified"), [(("7/NQ-HĐND",), True), (("7/NQ-HĐND", ""), False), (("",), False), ((), False)]
)
def test_amounts_that_all_name_what_they_rest_on_are_verified_by_it(bases, verified):
    fees = tuple(Fee(1_000 * number, legal_basis=basis) for number, basis in enumerate(bases, 50))
    record = dataclasses.replace(RECORD, channels=(Channel("direct", TimeLimit("5", "day"), fees),))
    made = block_of("channels", record.channels, "")
    assert one("channels", record, [made]).verified is verified


def test_of_a_procedure_of_the_provinces_own_its_decision_speaks_for_all():
    told = sources_of(RECORD, (), Origin("local", "5/QĐ-UBND"), DAY)
    assert {source.act for source in told if source.part in ("steps", "cases", "name", "levels")} == {
        "Quyết định 5/QĐ-UBND"
    }


def test_without_one_nothing_of_it_is_verified():
    told = sources_of(RECORD, (), Origin("local"), DAY)
    assert {source.part for source in told if source.verified} == {
        "everyday_names",
        "filing_url",
        "reason_partial",
        "reason_partial_basis",
    }


def test_names_that_help_to_find_are_called_no_law():
    assert "không phải nội dung pháp lý" in one("everyday_names").text


def test_why_a_part_is_blank_is_unverified_until_a_decision_said_so():
    assert not one("blanks").verified
    by_set = Difference("blanks", date(2026, 9, 1), ("forms.none",), "9/QĐ-UBND")
    assert one("blanks", origin=dataclasses.replace(NATIONAL, applied=(by_set,))).text == (
        "Tỉnh – Quyết định 9/QĐ-UBND, từ ngày 01/09/2026"
    )


def test_what_somebody_wrote_after_a_set_is_not_told_as_the_sets():
    changed = Difference("online_level", date(2026, 9, 1), "partial", "9/QĐ-UBND")
    assert not one("online_level", origin=dataclasses.replace(NATIONAL, applied=(changed,))).verified
    later = Difference("online_level", date(2027, 9, 1), RECORD.online_level, "9/QĐ-UBND")
    assert not one("online_level", origin=dataclasses.replace(NATIONAL, applied=(later,))).verified


def test_levels_of_both_layers_name_both():
    record = dataclasses.replace(RECORD, levels=("commune",))
    own = (("province", "7/QĐ-UBND", date(2026, 3, 1)),)
    told = sources_of(record, (), dataclasses.replace(NATIONAL, levels=own), DAY)
    assert [source.layer for source in told if source.part == "levels"] == ["central", "province"]


def test_agencies_that_receive_have_a_source_too():
    assert not one(RECEIVING, origin=dataclasses.replace(NATIONAL, receiving=True)).verified
    assert one(RECEIVING, origin=dataclasses.replace(NATIONAL, receiving=True, decision="7/QĐ-UBND")).verified


def test_every_source_stands_in_a_section_of_the_page():
    told = sources_of(RECORD, (), NATIONAL, DAY)
    sections = by_section(told)
    assert sorted(source.part for section in sections.values() for source in section.rows) == sorted(
        source.part for source in told
    )
    assert {source.part for source in sections["dieu_kien"].rows} == {"conditions", "applicants"}
    assert unverified_labels(told) == sections["ten_va_ma"].unverified


@pytest.mark.parametrize(
    ("part", "stated", "keys"),
    [
        ("channels", False, {"time", "fee"}),
        ("cases", False, {"papers"}),
        ("results", False, {"result"}),
        ("receiving_address", True, {"where"}),
        ("receiving_address", False, set()),
        ("executing", False, {"where"}),
        ("executing", True, set()),
        ("steps", True, set()),
    ],
)
def test_an_answer_is_doubtful_with_the_part_that_tells_it(part, stated, keys):
    assert unverified_answers([Source(part, "", "province", verified=False)], stated) == keys
    assert unverified_answers([Source(part, "", "province")], stated) == set()


@pytest.mark.shared
def test_no_part_of_a_real_procedure_is_without_a_source(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    records = [with_overlay(row.record, (), DAY) for row in rows if isinstance(row, ReadRow)]
    shown = [
        part
        for part in PARTS
        if part.key not in UNSHOWN and part.label and part.name not in ("source_was_nfc", "original_wordings")
    ]
    for record in records:
        told = {source.part: source for source in sources_of(record, (), NATIONAL, DAY)}
        assert told.keys() == {part.name for part in shown if getattr(record, part.name)}, record.code
        assert all(source.verified and source.layer == "central" for source in told.values()), record.code
    assert len(records) == 5_652
