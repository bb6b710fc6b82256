"""What a spreadsheet program made of a decision's number is never read as one."""

import datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.lists.spoiled import why_spoiled
from procedures_catalog.files.read_table import read_table


@pytest.mark.parametrize(
    "cell",
    [datetime.datetime(2026, 9, 28), datetime.date(2026, 9, 28), datetime.time(8, 30), 46293, 46293.5, -3, True,
     "46293", "28/09/2026", "31/02/2025", "2026-09-28 00:00:00", "28-9-26", "15-Dec", "1,9E+10", "#REF!", "#N/A"],
)  # fmt: skip
def test_a_decision_that_became_a_day_a_number_or_a_fault_is_not_taken_and_its_row_is(tmp_path, cell):
    book = openpyxl.Workbook()
    book.active.append(["Mã TTHC", "Tên TTHC", "Quyết định công bố"])
    book.active.append(["9.000001", "Thả diều", cell])
    book.save(tmp_path / "ds.xlsx")
    [read] = (each for each in read_table(tmp_path / "ds.xlsx") if isinstance(each, ReadRow))
    assert "decision_number" not in read.known
    assert "giá trị cổng đang có được giữ" in read.repairs[0].reason


@given(st.integers(1, 9999), st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 1, 1)))
def test_a_decision_keeps_its_number_with_and_without_its_day(number, day):
    for text in (f"{number}/QĐ-UBND", f"{number}/QĐ-UBND ngày {day:%d/%m/%Y}", str(number), f"QĐ {number}/{day.year}"):
        assert why_spoiled(text) == ""
