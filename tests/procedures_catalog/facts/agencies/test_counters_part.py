"""What a column holds of the one-stop centres' part says the same as the rule of the page, on any day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.agencies.counters_part import (
    PARTS,
    STATES,
    TAKEN,
    commune_letter,
    commune_part,
    letters_of,
    taken_at,
)
from procedures_catalog.facts.agencies.filing import filing_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from tests.procedures_catalog.facts.agencies.test_found_under import ADDRESSES, names

BOTH = "Trung tâm Phục vụ hành chính công tỉnh/xã"
COMMITTEE = "Ủy ban nhân dân cấp xã"


def _record(executing=(), competent=(), address="", **facts) -> ProcedureRecord:
    return ProcedureRecord("1.1", "a", executing=executing, competent=competent, receiving_address=address, **facts)


def _says_the_same(record: ProcedureRecord, receiving=()) -> bool:
    text, deciding = taken_at(record, receiving), record.competent or record.executing
    filings = [filing_of(record, state, receiving) for state in STATES]
    province = [letter == TAKEN for letter in text[len(STATES) :]]
    return province == ["province" in filing.centres for filing in filings] and all(
        commune_letter(text, state) in letters_of(commune_part(filing, deciding, takes), takes)
        for state, filing in zip(STATES, filings, strict=True)
        for takes in (True, False)
    )


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (_record(), "UASA0011"),
        (_record((COMMITTEE,)), "DDDD0011"),
        (_record(("Sở Gió",)), "SRSR1111"),
        (_record(("Công an cấp xã",)), "NNNN0000"),
        (_record(("Chi cục Hải quan khu vực",)), "EEEE0000"),
        (_record(competent=("Sở Gió",), address=BOTH), "RRRR1111"),
        (_record((COMMITTEE,), ("Sở Gió",), BOTH), "AAAA1111"),
        (_record(("Sở Gió", COMMITTEE), address=BOTH), "AAAA1111"),
        (_record(("Ủy ban nhân dân cấp huyện",), address=BOTH), "AAAA1111"),
        (_record(competent=("Thủ tướng Chính phủ",), address=BOTH), "RRRR1111"),
    ],
)
def test_the_letters_say_what_centres_do_in_each_state_of_the_levels(record, text):
    assert taken_at(record) == text


@pytest.mark.parametrize("takes_provincial", [True, False])
def test_each_letter_is_of_one_part(takes_provincial):
    every = [letter for part in PARTS for letter in letters_of(part, takes_provincial)]
    assert sorted(every) == sorted("DRASTNMEU")


@given(names, names, names, st.sampled_from(ADDRESSES))
def test_it_says_the_same_as_the_rule_on_any_day(executing, competent, receiving, address):
    assert _says_the_same(_record(executing, competent, address), receiving)


@pytest.mark.shared
def test_it_does_of_every_real_procedure(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    assert [row.record.code for row in rows if isinstance(row, ReadRow) and not _says_the_same(row.record)] == []
