"""What an import says to the person at the terminal of a file and of what was mended in it."""

from procedures_catalog.files.issues import complain
from procedures_catalog.importing.judging import said
from procedures_catalog.importing.judging.report import Report


def test_what_is_said_of_a_file_names_the_file_and_the_column():
    told = [
        complain(0, "", "Bìa", "trang tính “Bìa” không được đọc: trang tính ẩn"),
        complain(7, "Mã", "Mã", "cột lặp lại"),
    ]
    report = Report(told=[("ds.xlsx", issue) for issue in told])
    assert list(said.told(report)) == [
        "ds.xlsx: trang tính “Bìa” không được đọc: trang tính ẩn",
        "ds.xlsx dòng 7: Mã: cột lặp lại",
    ]


def test_mends_are_told_one_line_a_kind_with_the_first_of_each():
    zeros = [
        complain(row, "Mã", f"9.{row}", f"mất chữ số 0 ở cuối mã, thêm lại thành 9.{row}00000", sheet="Diều")
        for row in (2, 3)
    ]
    report = Report(
        repaired=[("ds.xlsx", issue) for issue in [*zeros, complain(4, "Mã", "9.000001.", "bỏ dấu chấm thừa")]]
    )
    assert list(said.repairs(report)) == [
        "Đã sửa 2 ô, như ds.xlsx dòng 2 trang “Diều”, “9.2”: mất chữ số 0 ở cuối mã, thêm lại thành 9.200000",
        "Đã sửa 1 ô, như ds.xlsx dòng 4, “9.000001.”: bỏ dấu chấm thừa",
    ]


def test_an_entry_of_the_report_has_a_sheet_only_where_there_are_several():
    report = Report(told=[("ds.xlsx", complain(0, "", "", "a")), ("ds.xlsx", complain(0, "", "", "b", sheet="Diều"))])
    assert ["sheet" in entry for entry in report.as_json()["told_list"]] == [False, True]
