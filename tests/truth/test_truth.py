"""No answer about a real procedure says what its record does not, kind by kind."""

import pytest

from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from tests.truth.complete import completeness
from tests.truth.every import EVERY
from tests.truth.kinds import beyond, count, told


@pytest.mark.shared
def test_no_real_procedure_is_told_what_its_record_does_not_say(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    everything = [told(row.record) for row in rows if isinstance(row, ReadRow)]
    assert len(everything) == 5_652
    assert beyond(EVERY, count(EVERY, everything)) == {}


@pytest.mark.shared
def test_of_every_real_procedure_it_is_known_what_is_missing(shared_data):
    """The state's file names and numbers all; of each other part some records say nothing."""
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    counts = completeness(row.record for row in rows if isinstance(row, ReadRow))
    assert {key for key, number in counts.items() if not number} == {
        "name",
        "code",
        "sector",
        "steps",
        "channels",
        "applicants",
    }
    assert 400 < counts["full"] < 1_000
