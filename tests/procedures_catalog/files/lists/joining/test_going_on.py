"""Cells that are merged downwards and names that are broken over lines belong to the row above."""

import csv

import openpyxl
import pytest

from procedures_catalog.files.issues import ReadRow, Refused
from procedures_catalog.files.read_table import read_table

HEADINGS = ["STT", "Mã TTHC", "Tên TTHC", "Cơ quan thực hiện", "Cấp thực hiện", "Lĩnh vực"]
FIRST = [1, "9.000001", "Thả diều", "Sở Tư pháp", "Cấp tỉnh", "Gió"]
MORE = [None, None, None, "UBND cấp xã", "Cấp xã", None]
LAST = [2, "9.000002", "Thổi sáo", "UBND cấp xã", "Cấp xã", "Mây"]


@pytest.fixture
def read(tmp_path):
    """What was read of a sheet (or of a CSV) and what was refused."""

    def read(*rows, merges=(), as_csv=False):
        path = tmp_path / ("ds.csv" if as_csv else "ds.xlsx")
        if as_csv:
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
        else:
            book = openpyxl.Workbook()
            for row in rows:
                book.active.append(row)
            for merge in merges:
                book.active.merge_cells(merge)
            book.save(path)
        outcomes = list(read_table(path))
        refused = [each.complaint.reason for each in outcomes if isinstance(each, Refused)]
        return [each for each in outcomes if isinstance(each, ReadRow)], refused

    return read


def test_lines_below_a_merged_code_are_one_procedure_with_their_levels_and_agencies(read):
    (first, last), refused = read(
        HEADINGS, FIRST, MORE, LAST, merges=["A2:A3", "B2:B3", "C2:C3", "F2:F3"]
    )  # fmt: skip
    assert refused == []
    assert first.record.levels == ("province", "commune")
    assert first.record.executing == ("Sở Tư pháp", "UBND cấp xã")
    assert (first.record.name, last.record.name) == ("Thả diều", "Thổi sáo")
    assert "gộp với dòng 3" in first.repairs[0].reason


def test_a_sector_merged_over_several_procedures_is_of_each_of_them(read):
    rows, _ = read(HEADINGS, FIRST, [*LAST[:5], None], merges=["F2:F3"])
    assert [row.record.sector for row in rows] == ["Gió", "Gió"]


@pytest.mark.parametrize("as_csv", [False, True])
def test_a_line_of_levels_alone_without_number_goes_on_too(read, as_csv):
    (first, _), refused = read(HEADINGS, FIRST, MORE, LAST, as_csv=as_csv)
    assert (first.record.levels, refused) == (("province", "commune"), [])


@pytest.mark.parametrize(
    ("begun", "rest"),
    [
        ("Thủ tục cấp Giấy xác nhận", "tình trạng hôn nhân"),
        ("Đăng ký, cấp", "Giấy phép"),
        ("Thẻ (cho", "Việt kiều)"),
        ("Cấp lại", "Giấy phép"),
        ("THỦ TỤC THẢ", "DIỀU CẤP XÃ"),
    ],
)
@pytest.mark.parametrize("as_csv", [False, True])
def test_a_name_that_is_broken_over_lines_is_put_together(read, begun, rest, as_csv):
    first = [1, "9.000001", begun, "UBND cấp", "Cấp", "Gió"]
    rows, refused = read(HEADINGS, first, [None, None, rest, "xã", "xã", None], LAST, as_csv=as_csv)
    assert refused == []
    record = rows[0].record
    assert (record.name, record.levels, record.executing) == (f"{begun} {rest}", ("commune",), ("UBND cấp xã",))


def test_where_nobody_can_tell_whether_a_name_goes_on_it_is_not_read_cut(read):
    rows, refused = read(HEADINGS, [*FIRST[:2], "Thủ tục đăng ký", *FIRST[3:]], [None, None, "Kết hôn"], LAST)
    assert [row.record.name for row in rows] == ["Thổi sáo"]
    assert refused[0] == "tên có thể bị ngắt: dòng 3 bên dưới chỉ có “Kết hôn”; hãy ghi tên trên một dòng"


@pytest.mark.parametrize("title", ["LĨNH VỰC MÂY", "II. Lĩnh vực Mây", "MÂY MÙA"])
def test_the_title_of_a_section_is_no_rest_of_a_name(read, title):
    rows, _ = read(HEADINGS, FIRST, [None, None, title], LAST)
    assert [row.record.name for row in rows] == ["Thả diều", "Thổi sáo"]


@pytest.mark.parametrize("below", ["Tổng cộng: 2 thủ tục", "TỔNG SỐ: 2", "Người lập biểu", "Ghi chú: có 2 dòng"])
@pytest.mark.parametrize("name", ["Thả diều", "THẢ DIỀU"])
def test_a_sum_or_a_remark_below_the_table_is_no_rest_of_a_name(read, name, below):
    rows, refused = read(HEADINGS, [*FIRST[:2], name, *FIRST[3:]], [None, None, below])
    assert ([row.record.name for row in rows], refused) == ([name], [])


def test_what_does_not_go_on_stays_a_row_of_its_own(read):
    rows, refused = read(HEADINGS, FIRST, [3, None, None, "UBND cấp xã", "Cấp xã", None], LAST)
    assert [row.record.levels for row in rows] == [("province",), ("commune",)]
    assert refused == ["không có mã và tên thủ tục"]


def test_a_signature_below_the_table_is_no_part_of_the_last_row(read):
    (first,), _ = read(HEADINGS, FIRST, [None, None, None, "NGƯỜI LẬP BIỂU", "KT. CHỦ TỊCH", None])
    assert first.record.levels == ("province",)


def test_two_names_below_one_merged_code_are_not_made_one(read):
    rows, [refused] = read(HEADINGS, FIRST, [None, None, "Thổi sáo", None, "Cấp xã", None], merges=["B2:B3"])
    assert [row.record.name for row in rows] == ["Thả diều"]
    assert refused.startswith("cùng mã với dòng 2 nhưng khác “Tên TTHC”")
