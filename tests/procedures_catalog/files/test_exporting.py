"""Tables go out and come back: a procedure without a national code keeps the portal's own beside an empty cell."""

import pytest

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.exporting import FORMATS
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_table import read_table


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_temporary_code_comes_back_as_what_it_was(tmp_path, kind):
    path = tmp_path / f"ds.{kind}"
    records = [
        ProcedureRecord(code, f"Cấp thẻ thả diều {number}", sector="Diều", levels=("commune",))
        for number, code in enumerate(("1.001193", "TAM-05660"))
    ]
    FORMATS[kind](path, records)
    rows = [row for row in read_table(path) if isinstance(row, ReadRow)]
    assert [(row.record.code, row.temporary) for row in rows] == [("1.001193", ""), ("TAM-05660", "")]
