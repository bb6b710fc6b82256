"""The province's layer: dated, part by part, and never inside the national text."""

from datetime import date

import pytest

from procedures_catalog.facts import streams
from procedures_catalog.facts.overlay import PART_LABELS, PARTS, blocks_in_force, coming, with_overlay
from procedures_catalog.facts.record import Case, Channel, ProcedureRecord, RequiredDocument, Step

OFFICIAL = ProcedureRecord(
    "1.100001",
    "Thả diều",
    executing=("Ủy ban nhân dân cấp xã",),
    receiving_address="Nơi có gió",
    conditions="Có diều.",
    results=("Thẻ",),
    steps=(Step("Nộp đơn"),),
)


def _block(part, value, **dates):
    return {"type": part, "id": part, "value": {"value": value, "decision": "7/QĐ-UBND", **dates}}


def _texts(*texts):
    return streams.texts_to_stream(texts)


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2025-06-30", False), ("2025-07-01", True), ("2025-08-15", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_a_block_holds_from_its_first_to_its_last_day(day, holds):
    block = _block("conditions", "Có dây.", valid_from="2025-07-01", valid_to="2026-01-01")
    assert bool(blocks_in_force([block], date.fromisoformat(day))) is holds


def test_a_block_without_dates_always_holds():
    assert blocks_in_force([_block("conditions", "x", valid_from=None)], date(1900, 1, 1))
    assert blocks_in_force([_block("conditions", "x", valid_to=None)], date(2999, 1, 1))


def test_dates_of_a_form_that_is_being_previewed_count_too():
    block = _block("conditions", "x", valid_from=date(2025, 7, 1), valid_to=date(2025, 7, 3))
    days = (date(2025, 6, 30), date(2025, 7, 2), date(2025, 7, 3))
    assert [bool(blocks_in_force([block], day)) for day in days] == [False, True, False]


REPLACEMENTS = [
    ("receiving_address", "Nhà Gió, số 1", "Nhà Gió, số 1"),
    ("executing", _texts("Sở Gió", "Sở Mây"), ("Sở Gió", "Sở Mây")),
    ("competent", _texts("Chủ tịch"), ("Chủ tịch",)),
    ("channels", streams.channels_to_stream([Channel("online")]), (Channel("online"),)),
    (
        "cases",
        streams.cases_to_stream([Case(None, (RequiredDocument("Đơn", 1),))]),
        (Case(None, (RequiredDocument("Đơn", 1),)),),
    ),
    ("steps", streams.steps_to_stream([Step("Bay")]), (Step("Bay"),)),
    ("conditions", "Có dây.", "Có dây."),
    ("results", _texts("Giấy"), ("Giấy",)),
]


@pytest.mark.parametrize(("part", "raw", "read"), REPLACEMENTS)
def test_a_block_replaces_its_own_part_and_no_other(part, raw, read):
    shown = with_overlay(OFFICIAL, [_block(part, raw)], date(2026, 1, 1))
    assert getattr(shown, part) == read
    others = set(OFFICIAL.__slots__) - {part}
    assert {name: getattr(shown, name) for name in others} == {name: getattr(OFFICIAL, name) for name in others}


def test_the_official_record_stays_as_it_is_and_shows_again_after_the_last_day():
    block = _block("conditions", "Có dây.", valid_to="2026-01-01")
    assert with_overlay(OFFICIAL, [block], date(2025, 12, 31)).conditions == "Có dây."
    assert with_overlay(OFFICIAL, [block], date(2026, 1, 1)) == OFFICIAL


FIRST = _block("conditions", "Có dây.", valid_from="2026-01-01", valid_to="2027-01-01")
SECOND = _block("conditions", "Có hai dây.", valid_from="2027-01-01")


@pytest.mark.parametrize("overlay", [[FIRST, SECOND], [SECOND, FIRST]])
@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2025, 12, 31), "Có diều."),
        (date(2026, 1, 1), "Có dây."),
        (date(2026, 12, 31), "Có dây."),
        (date(2027, 1, 1), "Có hai dây."),
    ],
)
def test_of_several_texts_for_a_part_that_of_the_day_holds(overlay, day, text):
    assert with_overlay(OFFICIAL, overlay, day).conditions == text


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_on_one_day_which_a_draft_may_have_the_later_one_holds(turned):
    overlay = [_block("conditions", "Có dây."), _block("results", _texts("Giấy")), SECOND]
    held = blocks_in_force(reversed(overlay) if turned else overlay, date(2027, 1, 1))
    assert {block["type"]: block["value"]["value"] for block in held}["conditions"] == "Có hai dây."
    assert len(held) == 2


def test_what_is_to_come_is_told_the_next_first():
    third = _block("results", _texts("Giấy"), valid_from="2026-06-01")
    assert coming([SECOND, FIRST, third], date(2026, 1, 1)) == [third, SECOND]
    assert coming([FIRST, SECOND], date(2027, 1, 1)) == []


def test_every_part_has_a_name_for_readers():
    assert PARTS.keys() == PART_LABELS.keys() == {part for part, _, _ in REPLACEMENTS}
