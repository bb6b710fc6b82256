"""A list that says “bãi bỏ”, in whichever place, is never read as in force."""

import openpyxl
import pytest

from procedures_catalog.files.issues import ReadRow, Refused
from procedures_catalog.files.lists.standing.abolished import name_ends, title_state
from procedures_catalog.files.read_national import read_national
from procedures_catalog.files.read_table import read_table

HEADINGS = ["STT", "Mã TTHC", "Tên TTHC", "Lĩnh vực"]
KITE, FLUTE = [1, "9.000001", "Thả diều", "Gió"], [2, "9.000002", "Thổi sáo", "Gió"]


@pytest.fixture
def read(tmp_path):
    """Which codes of a sheet are taken, which are told as ended, and which are refused for another reason."""

    def read(*rows, name="Sheet1", reasons=False):
        book = openpyxl.Workbook()
        book.active.title = name
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "ds.xlsx")
        outcomes = list(read_table(tmp_path / "ds.xlsx"))
        refused = [each for each in outcomes if isinstance(each, Refused)]
        if reasons:
            return [each.complaint.reason for each in refused]
        return (
            [each.record.code for each in outcomes if isinstance(each, ReadRow)],
            [each.complaint.code for each in refused if each.is_ended],
            [each.complaint.code for each in refused if not each.is_ended],
        )

    return read


TAKEN, ENDED, UNCLEAR = (["9.000001"], [], []), ([], ["9.000001"], []), ([], [], ["9.000001"])
BOTH_TITLE = "DANH MỤC TTHC MỚI BAN HÀNH, SỬA ĐỔI, BỔ SUNG, BÃI BỎ LĨNH VỰC GIÓ"


@pytest.mark.parametrize("name", ["Bãi bỏ", "TTHC BỊ BÃI BỎ", "Hết hiệu lực", "PL2 huỷ bỏ", "Bị thay thế"])
def test_a_sheet_whose_name_says_so(read, name):
    assert read(HEADINGS, KITE, name=name) == ENDED


@pytest.mark.parametrize(
    "title",
    ["DANH MỤC TTHC BỊ BÃI BỎ", "Phụ lục II: Danh mục thủ tục hành chính hết hiệu lực", "BÃI BỎ (02 TTHC)",
     "(Kèm theo Quyết định số 7/QĐ-UBND về việc công bố danh mục TTHC bị hủy bỏ)", "Danh mục TTHC được thay thế"],
)  # fmt: skip
def test_a_title_above_the_headings_says_so(read, title):
    assert read(["UBND TỈNH GIÓ"], [title], HEADINGS, KITE) == ENDED
    assert read(["UBND TỈNH GIÓ"], [None, title], [], HEADINGS, KITE, name="Sửa đổi") in (ENDED, UNCLEAR)


@pytest.mark.parametrize("title", ["DANH MỤC TTHC SỬA ĐỔI, BỔ SUNG", "DANH MỤC TTHC MỚI BAN HÀNH", "DANH MỤC TTHC"])
def test_what_is_new_or_amended_is_in_force(read, title):
    assert read([title], HEADINGS, KITE) == TAKEN
    assert read(HEADINGS, ["A", title], KITE) == TAKEN


@pytest.mark.parametrize("number_alone", [True, False])
def test_a_block_ends_what_stands_below_it_up_to_the_next_of_its_kind(read, number_alone):
    def title(number, text):
        return [number, text] if number_alone else [None, f"{number}. {text}"]

    rows = [
        [BOTH_TITLE],
        HEADINGS,
        title("A", "TTHC MỚI BAN HÀNH"),
        [1, "9.000001", "Thả diều", "Gió"],
        title("C", "DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ"),
        title("I", "LĨNH VỰC GIÓ"),
        [1, "9.000002", "Thổi sáo", "Gió"],
        title("II", "LĨNH VỰC MÂY"),
        [1, "9.000003", "Đánh trống", "Gió"],
        title("D", "TTHC ĐƯỢC SỬA ĐỔI, BỔ SUNG"),
        [1, "9.000004", "Rước đèn", "Gió"],
    ]
    assert read(*rows) == (["9.000001", "9.000004"], ["9.000002", "9.000003"], [])


def test_headings_that_are_repeated_below_a_block_do_not_end_it(read):
    rows = [HEADINGS, KITE, ["DANH MỤC TTHC BỊ BÃI BỎ"], ["STT", "Tên TTHC", "Mã TTHC"], [1, "Thổi sáo", "9.000002"]]
    assert read(*rows) == (["9.000001"], ["9.000002"], [])


@pytest.mark.parametrize(
    ("heading", "says", "says_nothing"),
    [
        ("Quyết định bãi bỏ", "7/QĐ-UBND", "-"),
        ("Ngày hết hiệu lực", "01/07/2026", None),
        ("Tên VBQPPL quy định nội dung bãi bỏ", "Nghị định 7", "Không"),
        ("Loại", "bãi bỏ", "sửa đổi, bổ sung"),
        ("Tình trạng", "Hết hiệu lực", "Còn hiệu lực"),
        ("Ghi chú", "TTHC bị bãi bỏ tại Quyết định số 7/QĐ-BTP", "Bãi bỏ TTHC mã 9.000009"),
        ("Ghi chú", "Bị thay thế bởi 9.000009", "Thay thế thủ tục 9.000009 bị bãi bỏ"),
        ("Ghi chú", "Thay thế bằng TTHC 9.000009", "Thay thế TTHC 9.000009"),
        ("Cột lạ", "Đã bãi bỏ", "Nghị định 7 (hết hiệu lực một phần)"),
    ],
)
def test_a_column_says_it_of_each_row(read, heading, says, says_nothing):
    assert read([*HEADINGS, heading], [*KITE, says], [*FLUTE, says_nothing]) == (["9.000002"], ["9.000001"], [])


def test_a_column_of_kinds_settles_a_title_of_both(read):
    rows = [[BOTH_TITLE], [*HEADINGS, "Loại"], [*KITE, "bãi bỏ"], [*FLUTE, "mới ban hành"]]
    assert read(*rows) == (["9.000002"], ["9.000001"], [])


def test_below_a_title_of_both_nobody_can_tell_and_nothing_is_taken(read):
    assert read([BOTH_TITLE], HEADINGS, KITE) == UNCLEAR
    assert read([BOTH_TITLE], HEADINGS, KITE, name="Sửa đổi") == TAKEN
    [reason] = read([BOTH_TITLE], HEADINGS, KITE, reasons=True)
    assert "không rõ dòng này thuộc loại nào" in reason


def test_a_heading_and_a_remark_behind_the_name_say_it(read):
    assert read(["Mã TTHC", "Tên TTHC bị bãi bỏ"], KITE[1:3]) == ENDED
    assert read(HEADINGS, [1, "9.000001", "Thả diều (đã bãi bỏ)", "Gió"]) == ENDED


def test_a_column_of_what_a_procedure_replaces_says_nothing_of_it(read):
    assert read([*HEADINGS, "Mã TTHC bị thay thế"], [*KITE, "9.000009"]) == TAKEN
    assert read(["Mã TTHC bị bãi bỏ", "Tên TTHC"], KITE[1:3]) == ENDED


def test_the_reason_names_the_place(read):
    [reason] = read(HEADINGS, ["B. TTHC BÃI BỎ"], KITE, reasons=True)
    assert reason.startswith("mục “B. TTHC BÃI BỎ” (dòng 2) nói là đã bãi bỏ")


@pytest.mark.shared
def test_no_name_of_the_national_list_is_taken_for_it(shared_data):
    rows = read_national(shared_data / "procedures/national-2026-07.jsonl.gz")
    names = [row.record.name for row in rows if isinstance(row, ReadRow)]
    assert [name for name in names if title_state(name) in ("ended", "both") or name_ends(name)] == []


@pytest.mark.shared
def test_of_a_real_annex_exactly_the_rows_that_say_so_are_left_out(shared_data):
    outcomes = list(read_table(shared_data / "decisions/1766-QD-UBND-2020-appendix.csv"))
    assert sum(isinstance(each, ReadRow) for each in outcomes) == 50
    assert sum(isinstance(each, Refused) and each.is_ended for each in outcomes) == 21
