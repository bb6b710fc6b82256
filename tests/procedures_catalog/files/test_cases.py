"""The lists of ../shared/cases, as people keep them: each is read right, or says by name what is not."""

import pytest

from procedures_catalog.files.issues import Refused, Told
from procedures_catalog.files.read_table import read_table

pytestmark = pytest.mark.shared


@pytest.fixture
def read(shared_data):
    """The rows of a case as (code, levels, agencies), and what is said of the file itself."""

    def read(name):
        outcomes = list(read_table(shared_data.parent / "cases" / name))
        assert not [each for each in outcomes if isinstance(each, Refused)]
        told = [each.issue.reason for each in outcomes if isinstance(each, Told)]
        records = [each.record for each in outcomes if not isinstance(each, Told)]
        return [(it.code, " ".join(it.levels), list(it.executing)) for it in records], told

    return read


def test_several_levels_in_one_cell(read):
    rows, _ = read("01-national-workbook.xlsx")
    assert rows == [
        ("1.000288", "province commune", ["Ủy ban nhân dân cấp xã", "Sở Giáo dục và Đào tạo"]),
        ("1.001193", "commune", ["Ủy ban nhân dân cấp xã"]),
        ("2.000815", "ministry province commune other", ["Phòng Tư pháp"]),
    ]


def test_the_agency_column_before_the_level_column(read):
    assert read("02-agency-column-first.xlsx")[0] == [
        ("1.001193", "commune", ["Ủy ban nhân dân cấp xã"]),
        ("2.000815", "province commune", ["Sở Tư pháp", "UBND cấp xã"]),
    ]


def test_two_bodies_in_the_level_s_cell(read):
    assert read("03-one-cell-two-bodies.xlsx")[0] == [("9.700001", "province commune", ["Sở Tư pháp"])]


def test_four_ways_to_write_the_level(read):
    levels = [levels for _, levels, _ in read("04-level-words.xlsx")[0]]
    assert levels == ["commune", "commune", "province commune", "province commune"]


def test_a_sheet_for_each_field(read):
    rows, told = read("05-second-sheet.xlsx")
    assert [code for code, _, _ in rows] == ["1.001193", "2.000815", "2.000884"]
    assert told == ["trang tính “Hộ tịch”: đọc 1 dòng", "trang tính “Chứng thực”: đọc 2 dòng"]


def test_a_cover_sheet(read):
    rows, told = read("05-cover-sheet-first.xlsx")
    assert [code for code, _, _ in rows] == ["1.001193"]
    assert told[0] == "trang tính “TTHC cấp xã”: đọc 1 dòng"
    assert told[1].startswith("trang tính “Bìa” không được đọc")


def test_a_csv_that_a_spreadsheet_program_saved(read):
    assert [code for code, _, _ in read("09-export-saved-by-excel.csv")[0]] == ["1.001193", "1.000010", "1.010000"]


def test_a_decision_s_own_heading(read):
    assert [code for code, _, _ in read("10-header-so-ho-so.xlsx")[0]] == ["1.001193"]


def test_new_procedures_without_a_code(read):
    rows, _ = read("22-new-procedures-without-code.xlsx")
    assert [(code, levels) for code, levels, _ in rows] == [("", "ministry province commune"), ("", "commune")]
