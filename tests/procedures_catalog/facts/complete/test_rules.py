"""Which parts the law asks for a record tells, and what is read where somebody says why one is blank."""

import dataclasses
from datetime import date

import pytest

from procedures_catalog.facts.complete.blanks import BLANKS, EXPLAINED, gaps_of, tier_of, with_reasons
from procedures_catalog.facts.complete.rules import BY_KEY, RULES, is_bare
from procedures_catalog.facts.overlay import turns_after, with_overlay
from procedures_catalog.facts.record import Case, Channel, Fee, ProcedureRecord, RequiredDocument, TimeLimit
from procedures_catalog.presenting.answers import five_answers
from procedures_catalog.presenting.fingerprints import part_digests
from procedures_catalog.presenting.shown import Shown
from tests.procedures_catalog.importing.full_record import FULL

DAY = date(2026, 12, 1)
WHOLE = dataclasses.replace(
    FULL,
    blanks=(),
    cases=(Case(None, (RequiredDocument("Đơn đề nghị theo Mẫu số CT01", 1), RequiredDocument("Ảnh", 0, 2))),),
)
BARE = ProcedureRecord("1.100001", "Cấp thẻ thả diều", sector="Diều", levels=("commune",), executing=("Sở Gió",))
#: Part → the same record without it.
TAKEN = {
    "level": {"levels": ()},
    "sector": {"sector": ""},
    "agency": {"executing": (), "competent": ()},
    "steps": {"steps": ()},
    "papers": {"cases": ()},
    "copies": {"cases": (Case(None, (RequiredDocument("Ảnh cánh diều"),)),)},
    "time": {"channels": (Channel("direct", fees=(Fee(50_000, ""),)),)},
    "applicants": {"applicants": ()},
    "forms": {"cases": (Case(None, (RequiredDocument("Đơn đề nghị", 1),)),)},
    "result": {"results": ()},
    "conditions": {"conditions": ""},
    "fee": {"channels": (Channel("direct", TimeLimit("5", "working_day")),)},
    "law": {"legal_bases": ()},
}


def keys(record: ProcedureRecord) -> set[str]:
    return {rule.key for rule in gaps_of(record)}


def read(record: ProcedureRecord) -> ProcedureRecord:
    return with_overlay(record, (), DAY)


def answer(record: ProcedureRecord, key: str) -> tuple[str, bool]:
    return next((one.text, one.known) for one in five_answers(read(record), ()) if one.key == key)


def test_a_record_that_tells_every_part_is_complete():
    assert (keys(WHOLE), tier_of(WHOLE)) == (set(), "full")


@pytest.mark.parametrize("key", TAKEN)
def test_a_part_that_is_not_told_is_a_gap_and_no_other_is(key):
    record = dataclasses.replace(WHOLE, **TAKEN[key])
    assert (keys(record), tier_of(record)) == ({key}, "list")


def test_an_amount_that_many_procedures_share_tells_the_fee():
    channel = Channel("direct", TimeLimit("5", "working_day"), (Fee(None, shared=7),))
    assert keys(dataclasses.replace(WHOLE, channels=(channel,))) == set()


def test_without_a_way_to_hand_in_neither_time_nor_fee_is_told():
    assert keys(dataclasses.replace(WHOLE, channels=())) == {"channels", "time", "fee"}


def test_a_form_is_asked_for_only_where_a_paper_is_one():
    assert keys(dataclasses.replace(WHOLE, cases=(Case(None, (RequiredDocument("Ảnh cánh diều", 0, 2),)),))) == set()
    attached = Case(None, (RequiredDocument("Đơn đề nghị", 1, form=7),))
    assert keys(dataclasses.replace(WHOLE, cases=(attached,))) == set()


def test_an_entry_of_the_list_lacks_what_a_list_does_not_have():
    assert keys(BARE) == {rule.key for rule in RULES if rule.tier == "full"} - {"copies", "forms"}
    assert is_bare(BARE)
    assert not is_bare(WHOLE)


@pytest.mark.parametrize("key", sorted(TAKEN.keys() & {rule.key for rule in EXPLAINED}))
def test_a_reason_makes_it_complete(key):
    blank = dataclasses.replace(WHOLE, **TAKEN[key], blanks=(f"{key}.later",))
    assert tier_of(blank) == tier_of(read(blank)) == "full"


@pytest.mark.parametrize(
    ("key", "question", "said"),
    [("fee", "fee", "Không thu phí"), ("papers", "papers", "Không phải nộp giấy tờ")],
)
def test_what_there_is_none_of_is_answered_so(key, question, said):
    blank = dataclasses.replace(WHOLE, **TAKEN[key])
    assert answer(blank, question)[1] is False
    assert answer(dataclasses.replace(blank, blanks=(f"{key}.none",)), question) == (said, True)
    assert answer(dataclasses.replace(blank, blanks=(f"{key}.later",)), question)[1] is False


def test_no_condition_is_read_in_its_place():
    assert read(dataclasses.replace(WHOLE, conditions="", blanks=("conditions.none",))).conditions == "Không có"
    assert read(dataclasses.replace(WHOLE, conditions="", blanks=("conditions.later",))).conditions == ""


@pytest.mark.parametrize("key", ["fee.none", "papers.none", "conditions.none", "forms.none", "law.later"])
def test_what_is_read_may_be_read_again(key):
    part = key.partition(".")[0]
    once = read(dataclasses.replace(WHOLE, **TAKEN[part], blanks=(key,)))
    assert (once.blanks, with_reasons(once), gaps_of(once)) == ((key,), once, ())


@pytest.mark.parametrize("key", BLANKS)
def test_a_part_that_tells_something_wins_over_what_was_said_of_it(key):
    assert read(dataclasses.replace(WHOLE, blanks=(key,))) == read(WHOLE)


def test_only_of_what_need_not_be_may_be_said_that_there_is_none():
    of_none = {key.removesuffix(".none") for key in BLANKS if key.endswith(".none")}
    assert of_none == {"papers", "forms", "conditions", "fee"}
    assert all(BY_KEY[key.partition(".")[0]].digest for key in BLANKS)


def test_a_word_that_no_rule_knows_is_no_reason():
    assert read(dataclasses.replace(WHOLE, blanks=("gone.none",))) == read(WHOLE)


def test_a_reason_is_another_text_of_its_part_and_none_changes_no_digest():
    blank = dataclasses.replace(WHOLE, legal_bases=())
    before = part_digests(Shown("Diều", blank, "in_force"))
    after = part_digests(Shown("Diều", dataclasses.replace(blank, blanks=("law.later",)), "in_force"))
    assert {part for part in before if before[part] != after[part]} == {"law"}


def test_a_layer_of_the_province_says_on_which_day_it_may_be_otherwise():
    block = {"type": "conditions", "value": {"value": "Có gió.", "valid_from": "2027-03-01", "valid_to": "2027-06-01"}}
    fee = Channel("direct", fees=(Fee(1_000, valid_from="2027-02-01"),))
    record = dataclasses.replace(WHOLE, channels=(fee,))
    days = [
        turns_after(record, [block], date(*day)) for day in ((2027, 1, 1), (2027, 2, 1), (2027, 3, 1), (2027, 6, 1))
    ]
    assert days == [date(2027, 2, 1), date(2027, 3, 1), date(2027, 6, 1), None]
