"""Places: every fact of a record has one, with a Vietnamese name, and each tells how much stands in it."""

import dataclasses
from dataclasses import dataclass

from procedures_catalog.facts.record import Fee, ProcedureRecord, TimeLimit
from procedures_catalog.importing.judging.places import PLACES, Stated, places_of, stated
from tests.procedures_catalog.importing.full_record import FULL


def test_a_record_that_states_everything_states_something_in_every_place():
    assert set(stated(FULL)) == set(PLACES)
    assert stated(ProcedureRecord("1.100001", "Cấp thẻ")) == {}


def test_every_place_has_a_name_for_people():
    assert [place for place, label in PLACES.items() if place == label] == []
    assert len(set(PLACES.values())) == len(PLACES)


def test_every_fact_of_a_record_is_a_place_but_for_its_code_and_its_name():
    facts = {field.name for field in dataclasses.fields(ProcedureRecord) if field.compare}
    assert {place for place in PLACES if "." not in place} == facts - {"code", "name"}


@dataclass
class _Row:
    words: str
    wind: int | None
    limit: TimeLimit
    fees: tuple[Fee, ...]


@dataclass
class _Shape:
    rows: tuple[_Row, ...]
    sky: str


def test_a_new_part_is_a_place_by_itself_with_what_may_be_missing_inside():
    assert list(places_of(_Shape)) == ["rows", "rows.wind", "rows.limit", "rows.fees", "rows.fees.amount", "sky"]


def test_rows_and_words_are_counted_and_what_says_nothing_is_not():
    twice = dataclasses.replace(FULL, channels=FULL.channels * 2, results=("Thẻ thả diều", " "))
    found = stated(twice)
    assert found["channels.fees"] == Stated(2, 6)
    assert found["results"] == Stated(1, 3)
    bare = dataclasses.replace(FULL.channels[0], time_limit=TimeLimit("", "working_day"))
    assert "channels.time_limit" not in stated(dataclasses.replace(FULL, channels=(bare,)))
