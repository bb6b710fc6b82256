"""No answer about a real procedure says what its record does not, kind by kind."""

import pytest

from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from tests.truth.every import EVERY
from tests.truth.kinds import beyond, count, told


@pytest.mark.shared
def test_no_real_procedure_is_told_what_its_record_does_not_say(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    everything = [told(row.record) for row in rows if isinstance(row, ReadRow)]
    assert len(everything) == 5_652
    assert beyond(EVERY, count(EVERY, everything)) == {}
