"""A workbook as it was mailed: covers, several sheets, hidden ones, further tables; what is left out is named."""

import openpyxl
import pytest

from procedures_catalog.files.issues import ReadRow, Refused, Told, UnreadableFile
from procedures_catalog.files.read_table import read_table

HEADINGS = ["STT", "Mã TTHC", "Tên TTHC", "Cấp thực hiện"]
COVER = [["DANH MỤC THỦ TỤC HÀNH CHÍNH"], ["Xã Gió Ngàn"]]


def kites(*numbers):
    return [[number, f"9.{number:06}", f"Thả diều {number}", "Cấp xã"] for number in numbers]


@pytest.fixture
def read(tmp_path):
    """What becomes of a workbook of sheets given as (name, rows[, state]): codes by sheet, refusals, what is told."""

    def read(*sheets, hidden=()):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows, *state in sheets:
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
            sheet.sheet_state = state[0] if state else "visible"
        for name, number in hidden:
            book[name].row_dimensions[number].hidden = True
        path = tmp_path / "ds.xlsx"
        book.save(path)
        outcomes = list(read_table(path))
        codes = [(each.sheet, each.record.code) for each in outcomes if isinstance(each, ReadRow)]
        refused = [each.complaint for each in outcomes if isinstance(each, Refused)]
        return codes, refused, [each.issue.reason for each in outcomes if isinstance(each, Told)]

    return read


def test_every_sheet_is_read_with_headings_of_its_own(read):
    other = [["Tên thủ tục", "Cơ quan thực hiện", "Mã số"], ["Thổi sáo", "UBND cấp xã", "9.000003"]]
    codes, _, told = read(("Diều", [HEADINGS, *kites(1, 2)]), ("Sáo", other))
    assert codes == [("Diều", "9.000001"), ("Diều", "9.000002"), ("Sáo", "9.000003")]
    assert told == ["trang tính “Diều”: đọc 2 dòng", "trang tính “Sáo”: đọc 1 dòng"]


def test_a_workbook_of_one_sheet_speaks_of_no_sheet(read):
    assert read(("Sheet1", [HEADINGS, *kites(1)])) == ([("", "9.000001")], [], [])


LEFT_OUT = [
    (COVER, "trang tính “Phụ” không được đọc: không tìm thấy dòng tiêu đề"),
    ([["Ghi chú:"], ["Danh mục này thay danh mục năm 2025"]], "không tìm thấy dòng tiêu đề"),
    ([["Đơn vị", "Số lượng"], ["Xã A", 12]], "thiếu cột “Mã TTHC”, “Tên TTHC”"),
    ([["Tên thủ tục", "Lĩnh vực"], ["Thả diều", "Gió"]], "thiếu cột “Mã TTHC”; chỉ tìm thấy “Tên thủ tục”, “Lĩnh vực”"),
    ([["Mã TTHC", "Lĩnh vực"], ["9.000009", "Gió"]], "thiếu cột “Tên TTHC”"),
]


@pytest.mark.parametrize(("rows", "reason"), LEFT_OUT)
@pytest.mark.parametrize("first", [True, False])
def test_a_sheet_without_headings_is_left_out_by_name_wherever_it_stands(read, rows, reason, first):
    sheets = [("Phụ", rows), ("Chính", [HEADINGS, *kites(1)])]
    codes, _, told = read(*(sheets if first else reversed(sheets)))
    assert codes == [("Chính", "9.000001")]
    assert [said for said in told if reason in said and "“Phụ”" in said]


def test_an_empty_sheet_is_not_spoken_of(read):
    _, _, told = read(("Chính", [HEADINGS, *kites(1)]), ("Sheet2", []))
    assert told == ["trang tính “Chính”: đọc 1 dòng"]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_left_out_by_name(read, state):
    codes, _, told = read(("Cũ", [HEADINGS, *kites(7)], state), ("Nay", [HEADINGS, *kites(1)]))
    assert codes == [("Nay", "9.000001")]
    assert "trang tính “Cũ” không được đọc: trang tính ẩn" in told


def test_hidden_rows_are_read_and_said_to_be_hidden(read):
    codes, _, told = read(("Diều", [HEADINGS, *kites(1, 2, 3)]), hidden=[("Diều", 3), ("Diều", 4), ("Diều", 40)])
    assert len(codes) == 3
    assert told == ["trang tính “Diều” có 2 dòng ẩn, vẫn được đọc như các dòng khác"]


def test_a_further_table_below_is_read_by_its_own_headings(read):
    below = [[], ["II. Cấp tỉnh"], ["Tên thủ tục", "Mã thủ tục", "Ghi chú"], ["Thổi sáo", "9.000005", "x"]]
    codes, _, told = read(("Diều", [HEADINGS, *kites(1), *below]))
    assert [code for _, code in codes] == ["9.000001", "9.000005"]
    assert told == [
        "dòng 5 là dòng tiêu đề của một bảng khác; các dòng sau được đọc theo tiêu đề ấy",
        "cột không được nhận ra nên không đọc",
    ]


def test_the_same_headings_repeated_begin_no_other_table(read):
    codes, _, told = read(("Diều", [HEADINGS, *kites(1), HEADINGS, *kites(2)]))
    assert ([code for _, code in codes], told) == (["9.000001", "9.000002"], [])


def test_a_table_to_the_right_is_named(read):
    lines = [[*HEADINGS, "", *HEADINGS], [*kites(1)[0], "", *kites(2)[0]]]
    codes, _, told = read(("Diều", lines))
    assert [code for _, code in codes] == ["9.000001"]
    assert sum("bảng thứ hai nằm bên phải" in said for said in told) == 3


def test_what_many_sheets_of_one_kind_leave_unread_is_told_once(read):
    lines = [[*HEADINGS, "Ghi chú"]]
    _, _, told = read(*((f"Trang {n}", [*lines, *kites(n)]) for n in range(1, 6)))
    assert sum("không được nhận ra" in said for said in told) == 1


def test_a_procedure_of_two_sheets_is_told_with_both(read):
    codes, refused, _ = read(("Một", [HEADINGS, *kites(1)]), ("Hai", [HEADINGS, *kites(1)]))
    assert codes == [("Một", "9.000001")]
    assert [(it.sheet, it.row, it.reason) for it in refused] == [("Hai", 2, "trùng với dòng 2 trang “Một”, bỏ qua")]


def test_a_sheet_a_level_makes_one_procedure_of_several_levels(read):
    one, other = [1, "9.000001", "Thả diều", "Cấp tỉnh"], [1, "9.000001", "Thả diều", "Cấp xã"]
    codes, refused, _ = read(("Tỉnh", [HEADINGS, one]), ("Xã", [HEADINGS, other]))
    assert (len(codes), refused) == (2, [])


def test_a_workbook_without_headings_anywhere_names_its_sheets(read):
    with pytest.raises(UnreadableFile) as found:
        read(("Bìa", COVER), ("Tổng hợp", [["Đơn vị", "Số lượng"]]), ("Kín", [HEADINGS], "hidden"))
    assert all(name in str(found.value) for name in ("“Bìa”", "“Tổng hợp”", "“Kín”"))


def test_a_day_that_a_program_made_is_refused_by_name_and_counted_where_nothing_is_lost(read):
    lines = [
        [*HEADINGS, "Mức độ DVC", "Thời hạn"],
        [*kites(1)[0], "Toàn trình", "15-Dec"],
        [*kites(2)[0], "03-Apr", "x"],
    ]
    codes, refused, told = read(("Diều", lines))
    assert [code for _, code in codes] == ["9.000001"]
    assert [(it.field, it.value) for it in refused] == [("Mức độ DVC", "03-Apr")]
    assert "bị bảng tính đổi thành ngày" in refused[0].reason
    assert "cột không đọc có 1 ô bị bảng tính đổi thành ngày, đầu tiên ở dòng 2" in told
