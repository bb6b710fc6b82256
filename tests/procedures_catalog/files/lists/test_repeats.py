"""Rows of one code are compared by what they were read as, not by how it was written."""

import openpyxl
import pytest

from procedures_catalog.files.issues import ReadRow, Refused
from procedures_catalog.files.read_table import read_table


@pytest.fixture
def read(tmp_path):
    def read(first, second):
        book = openpyxl.Workbook()
        for name, row in (("Cấp tỉnh", first), ("Cấp xã", second)):
            sheet = book.create_sheet(name)
            sheet.append(["Mã TTHC", "Tên TTHC", "Lĩnh vực", "Cấp thực hiện"])
            sheet.append(["9.000001", "Thả diều", row, name])
        book.save(tmp_path / "ds.xlsx")
        outcomes = list(read_table(tmp_path / "ds.xlsx"))
        return [type(each) for each in outcomes if isinstance(each, ReadRow | Refused)]

    return read


@pytest.mark.parametrize("other", ["[SVH] - Diều (32 TTHC)", "DIỀU (4 thủ tục)", "Lĩnh vực: diều", "1. Lĩnh vực Diều."])
def test_two_sheets_that_differ_only_before_mending_are_one_procedure(read, other):
    assert read("Diều", other) == [ReadRow, ReadRow]


def test_two_sheets_that_say_different_sectors_still_contradict(read):
    assert read("Diều", "Sáo") == [ReadRow, Refused]
