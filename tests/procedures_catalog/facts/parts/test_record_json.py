"""A record as JSON: it comes back the same in every fact, and says nothing of what is not stated."""

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procedures_catalog.facts.parts.record_json import digest_of, record_from_json, record_to_json
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from tests.procedures_catalog.importing.full_record import FULL


def _back(record: ProcedureRecord) -> ProcedureRecord:
    return record_from_json(record_to_json(record))


def _all(record: ProcedureRecord) -> tuple:
    """Everything in it: ids and what comparing passes over too."""
    return dataclasses.astuple(record)


@given(st.from_type(ProcedureRecord))
@settings(max_examples=50, deadline=None)
def test_any_record_comes_back_the_same_in_every_fact(record):
    assert _all(_back(record)) == _all(record)


@pytest.mark.shared
def test_every_real_national_record_comes_back_the_same_in_every_fact(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    records = [row.record for row in rows if isinstance(row, ReadRow)]
    assert len(records) == 5_652
    assert [record.code for record in records if _all(_back(record)) != _all(record)] == []


def test_what_is_not_stated_is_not_written_so_a_new_fact_changes_no_digest():
    assert json.loads(record_to_json(ProcedureRecord("1.100001", "Thả diều"))) == {
        "code": "1.100001",
        "name": "Thả diều",
    }


def test_two_records_have_one_digest_only_when_they_are_the_same():
    other = dataclasses.replace(FULL, source_was_nfc=False)
    assert digest_of(record_to_json(FULL)) == digest_of(record_to_json(_back(FULL)))
    assert digest_of(record_to_json(FULL)) != digest_of(record_to_json(other))


def test_a_fact_that_records_know_no_more_is_passed_over():
    kept = json.dumps(json.loads(record_to_json(FULL)) | {"màu": "đỏ"}).encode()
    assert record_from_json(kept) == FULL


@pytest.mark.parametrize("text", [b"", b"[]", b'{"code": "1.100001"}', b'{"code": "1", "name": 7}'])
def test_what_is_no_record_is_refused(text):
    with pytest.raises(ValueError, match="ProcedureRecord"):
        record_from_json(text)
