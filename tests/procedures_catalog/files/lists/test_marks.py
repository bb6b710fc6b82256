"""Levels that are marked with an x below a heading of their own, over one line or two."""

import openpyxl
import pytest

from procedures_catalog.files.issues import ReadRow, Refused, Told
from procedures_catalog.files.read_table import read_table

GROUPED = [
    ["STT", "Mã TTHC", "Tên TTHC", "Cấp giải quyết", None, None, "Lĩnh vực"],
    [None, None, None, "Tỉnh", "Xã", "Liên thông", None],
]
FLAT = [["STT", "Mã TTHC", "Tên TTHC", "Cấp tỉnh", "UBND cấp xã", "Liên thông", "Lĩnh vực"]]


@pytest.fixture
def outcomes(tmp_path):
    def outcomes(*rows, merges=()):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for merge in merges:
            book.active.merge_cells(merge)
        book.save(tmp_path / "ds.xlsx")
        return list(read_table(tmp_path / "ds.xlsx"))

    return outcomes


def levels(outcomes):
    assert not [each for each in outcomes if isinstance(each, Refused)]
    return [each.record.levels if "levels" in each.known else None for each in outcomes if isinstance(each, ReadRow)]


def row(*marks, number=1):
    return [number, f"9.00000{number}", f"Thả diều {number}", *marks, "Gió"]


@pytest.mark.parametrize("sign", ["x", "X", " v ", "✓", "1", 1, "có"])
@pytest.mark.parametrize("headings", [GROUPED, FLAT])
def test_a_mark_below_a_level_says_it(outcomes, headings, sign):
    rows = [row(sign, None, None), row("-", sign, "không", number=2), row(sign, sign, sign, number=3)]
    assert levels(outcomes(*headings, *rows)) == [("province",), ("commune",), ("province", "commune")]


def test_headings_merged_in_the_file_are_read_alike(outcomes):
    merges = ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2"]
    read = outcomes(*GROUPED, row(None, "x", None), merges=merges)
    assert levels(read) == [("commune",)]
    assert [each.record.sector for each in read if isinstance(each, ReadRow)] == ["Gió"]


def test_a_column_that_is_no_level_is_named_and_a_row_marked_there_alone_has_no_level(outcomes):
    read = outcomes(*GROUPED, row(None, None, "x"))
    assert levels(read) == [None]
    [told] = [each.issue for each in read if isinstance(each, Told)]
    assert (told.field, told.reason) == ("Cấp giải quyết › Liên thông", "cột không được nhận ra nên không đọc")
    [mended] = [each.repairs[0] for each in read if isinstance(each, ReadRow)]
    assert mended.reason.startswith("không cột cấp nào được đánh dấu")


def test_an_agency_instead_of_a_mark_is_taken_and_anything_else_is_named(outcomes):
    read = outcomes(*GROUPED, row("Sở Tư pháp", None, None), row("?", "x", None, number=2))
    assert levels(read) == [("province",), ("commune",)]
    first, second = (each for each in read if isinstance(each, ReadRow))
    assert first.record.executing == ("Sở Tư pháp",)
    assert second.repairs[0].field == "Cấp giải quyết › Tỉnh"


def test_time_limits_by_level_are_no_levels(outcomes):
    headings = [["Mã TTHC", "Tên TTHC", "Thời hạn giải quyết", None], [None, None, "Tỉnh", "Xã"]]
    assert levels(outcomes(*headings, ["9.000001", "Thả diều", "1", "5 ngày"])) == [None]


def test_code_and_name_may_stand_in_the_second_line(outcomes):
    headings = [
        ["STT", "Thủ tục hành chính", None, "Cấp thực hiện", "Quyết định công bố", None],
        [None, "Mã số", "Tên", None, "Số, ký hiệu", "Ngày"],
    ]
    [read] = (
        each for each in outcomes(*headings, [1, "9.000001", "Thả diều", "Cấp xã", "7/QĐ-UBND", "1/1/2026"])
        if isinstance(each, ReadRow)
    )  # fmt: skip
    assert (read.record.name, read.record.levels, read.record.decision_number) == (
        "Thả diều",
        ("commune",),
        "7/QĐ-UBND",
    )


def test_a_row_or_a_section_below_the_headings_is_no_second_line(outcomes):
    headings = ["STT", "Mã TTHC", "Tên TTHC", "Cấp thực hiện", None]
    read = outcomes(headings, [None, "LĨNH VỰC GIÓ"], [1, "9.000001", "Thả diều", "Cấp xã", "Một"])
    assert levels(read) == [("commune",)]
