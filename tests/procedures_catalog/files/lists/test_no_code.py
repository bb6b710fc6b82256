"""Rows without a national code: taken where they surely are procedures, else refused with what to write."""

import csv

import pytest

from procedures_catalog.files.issues import ReadRow, Refused
from procedures_catalog.files.lists.no_code import READ_SO
from procedures_catalog.files.read_table import read_table

HEADER = ["Mã TTHC", "Mã tạm của cổng", "Tên TTHC", "Lĩnh vực", "Cấp thực hiện"]


@pytest.fixture
def outcomes(tmp_path):
    """What becomes of rows of these five columns."""

    def outcomes(*rows):
        path = tmp_path / "ds.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows])
        return list(read_table(path))

    return outcomes


def row(code="", temporary="", name="Cấp thẻ thả diều", sector="Diều", level="Cấp xã"):
    return [code, temporary, name, sector, level]


@pytest.mark.parametrize(
    "cell", ["", "-", "…", "chưa có mã", "Chưa có", "Mới", "TTHC mới", "(chưa được cấp mã)", "không có"]
)
def test_a_cell_that_says_there_is_none_yet(outcomes, cell):
    [read] = outcomes(row(cell))
    assert read.record.code == ""
    assert [issue.reason for issue in read.repairs] == [READ_SO]


@pytest.mark.parametrize("cell", ["không phải TTHC", "thay 1.001193", "mới: 1.00", "x", "bãi bỏ"])
def test_a_cell_that_says_something_else_is_refused(outcomes, cell):
    assert isinstance(outcomes(row(cell))[0], Refused)


def test_a_name_alone_is_perhaps_a_title_and_the_answer_says_what_to_write(outcomes):
    [refused] = outcomes(row(name="Những việc khác", sector="", level=""))
    assert "hãy ghi “chưa có mã” vào ô mã" in refused.complaint.reason
    [read] = outcomes(row("chưa có mã", name="Những việc khác", sector="", level=""))
    assert isinstance(read, ReadRow)


def test_sums_and_remarks_are_no_procedures_but_a_remark_may_name_one(outcomes):
    assert outcomes(row(name="Tổng cộng", sector="25", level=""), row(name="Ghi chú: …", sector="", level="")) == []
    [read] = outcomes(row(name="Ghi chú ly hôn đã giải quyết ở nước ngoài"))
    assert read.record.name.startswith("Ghi chú ly hôn")


def test_the_temporary_code_stands_for_the_missing_one_or_is_tied_to_a_new_one(outcomes):
    [waits, tied] = outcomes(row("", "tam-05660"), row("1.001193", "TAM-05661", name="Khác"))
    assert (waits.record.code, waits.temporary) == ("TAM-05660", "")
    assert (tied.record.code, tied.temporary) == ("1.001193", "TAM-05661")


def test_what_is_no_temporary_code_is_refused_in_its_column(outcomes):
    [refused] = outcomes(row("", "05660x"))
    assert (refused.complaint.field, "TAM-05660" in refused.complaint.reason) == ("Mã tạm của cổng", True)


def test_rows_of_one_name_without_a_code_are_kept_apart_unless_they_say_the_same(outcomes):
    first, second, third = outcomes(row(), row(level="Cấp tỉnh"), row())
    assert isinstance(first, ReadRow)
    assert isinstance(second, ReadRow)
    assert third.complaint.reason == "không có mã, trùng với dòng 2, bỏ qua"
