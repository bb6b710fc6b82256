"""An appendix as offices make them: with a column of kinds or headings between the lines, numbers that do not add up,
torn syllables, lines without a code."""

import pytest

from decisions.lines.columns import NoHeadings
from decisions.lines.kinds import Kind
from decisions.lines.reading import NO_KIND, Appendix, read_appendix
from procedures_catalog.files.lists.row import Row
from vietnamese.torn import syllables_of

KNOWN = syllables_of(["cấp giấy phép vận tải đường bộ; gia hạn giấy chứng nhận; thực hiện cắt giảm"], at_least=1)
HEADINGS = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Thời hạn sau cắt giảm")


def read(*rows: tuple) -> Appendix:
    return read_appendix((Row(number, cells) for number, cells in enumerate(rows, 1)), KNOWN)


def test_the_kind_stands_in_a_column_of_its_own():
    read_lines = read(
        ("Loại", "Mã TTHC", "Tên TTHC"),
        ("mới ban hành", "1.000001", "Cấp giấy phép"),
        ("bãi bỏ", "1.000002", "Gia hạn giấy phép"),
    ).lines
    assert [(line.kind, line.code) for line in read_lines] == [(Kind.NEW, "1.000001"), (Kind.ABOLISHED, "1.000002")]


def test_a_column_of_contents_may_tell_the_kind():
    (line,) = read(("Nội dung", "Mã TTHC", "Tên TTHC"), ("bãi bỏ", "1.000002", "Gia hạn giấy phép")).lines
    assert line.kind is Kind.ABOLISHED


def test_fees_are_kept_as_a_note_and_said_not_to_be_taken():
    appendix = read(
        (*HEADINGS, "Phí, lệ phí (nếu có)", "Ghi chú"),
        (1, "1.000001", "Cấp giấy phép", "05 ngày", "", "12.000 đồng", "Mới"),
        (2, "1.000002", "Gia hạn giấy phép", "05 ngày", "", "", ""),
    )
    assert [line.note for line in appendix.lines] == ["Phí, lệ phí: 12.000 đồng. Mới", ""]
    (remark,) = appendix.remarks
    assert remark.startswith("1 dòng có ghi phí, lệ phí")


def test_a_column_called_kind_that_says_something_else_is_no_kind():
    (line,) = read(("Loại", "Mã TTHC", "Tên TTHC"), ("Thường", "1.000001", "Cấp giấy phép")).lines
    assert line.kind is None
    assert line.asks == (NO_KIND,)


def test_headings_between_the_lines_say_kind_and_sector_of_what_stands_below():
    lines = read(
        HEADINGS,
        ("A", "THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH"),
        ("I", "Lĩnh vực Đường bộ (01 TTHC)"),
        (1, "1.000001", "Cấp giấy phép", "05 ngày", ""),
        ("B", "THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ"),
        (1, "1.000002", "Gia hạn giấy phép", "", ""),
    ).lines
    assert [(line.kind, line.sector) for line in lines] == [(Kind.NEW, "Đường bộ"), (Kind.ABOLISHED, "")]


def test_the_heading_above_the_table_says_the_kind_where_it_names_one():
    (line,) = read(
        ("DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG",), HEADINGS, (1, "1.000001", "Cấp giấy phép", "", "")
    ).lines
    assert line.kind is Kind.AMENDED


def test_a_heading_that_says_another_number_is_told():
    told = read(
        HEADINGS,
        ("THỦ TỤC MỚI BAN HÀNH (03 TTHC)",),
        (1, "1.000001", "Cấp giấy phép", "", ""),
        (2, "1.000002", "Gia hạn giấy phép", "", ""),
    ).remarks
    assert told == ("“THỦ TỤC MỚI BAN HÀNH (03 TTHC)” ghi 3 thủ tục, bên dưới có 2 dòng",)


def test_a_heading_over_others_is_counted_over_all_of_them():
    told = read(
        ("DANH MỤC THỦ TỤC HÀNH CHÍNH (04 TTHC)",),
        HEADINGS,
        ("A", "THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH (03 TTHC)"),
        ("I", "Lĩnh vực Đường bộ (01 TTHC)"),
        (1, "1.000001", "Cấp giấy phép", "", ""),
        ("II", "Lĩnh vực Đường thủy (01 TTHC)"),
        (2, "1.000002", "Gia hạn giấy phép", "", ""),
        ("B", "THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ (02 TTHC)"),
        (3, "1.000003", "Cấp giấy chứng nhận", "", ""),
        (4, "1.000004", "Gia hạn giấy chứng nhận", "", ""),
    ).remarks
    assert told == ("“THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH (03 TTHC)” ghi 3 thủ tục, bên dưới có 2 dòng",)


def test_a_number_that_is_right_or_repeated_beside_each_line_is_not_told():
    right = read(
        ("Loại", "Lĩnh vực", "Mã TTHC", "Tên TTHC"),
        ("mới", "LĨNH VỰC ĐƯỜNG BỘ (02 TTHC)", "1.000001", "Cấp giấy phép"),
        ("mới", "LĨNH VỰC ĐƯỜNG BỘ (02 TTHC)", "1.000002", "Gia hạn giấy phép"),
    )
    assert right.remarks == ()
    assert {line.sector for line in right.lines} == {"ĐƯỜNG BỘ"}


def test_torn_syllables_are_joined_and_told():
    (line,) = read(HEADINGS, (1, "1.000001", "C ấp Gi ấy phép v ận tải", "05 ngày", "Không th ực hi ện cắt giảm")).lines
    assert line.name == "Cấp Giấy phép vận tải"
    assert ("v ận", "vận") in line.repairs
    assert (line.is_not_cut, line.after) == (True, None)


def test_limits_before_and_after_stand_under_one_heading():
    (line,) = read(
        ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn giải quyết", ""),
        ("", "", "", "Theo quy định", "Sau cắt giảm"),
        (1, "1.000001", "Cấp giấy phép", "04 ngày làm việc", "2,5 ngày làm việc"),
    ).lines
    assert (str(line.before), str(line.after)) == ("4 ngày làm việc", "2,5 ngày làm việc")


def test_a_column_of_limits_may_be_called_by_what_stands_beside_it():
    (line,) = read(
        ("STT", "Mã TTHC", "Tên TTHC", "Trước khi cắt giảm", "Sau cắt giảm"),
        (1, "1.000001", "Cấp giấy phép", "4 ngày", "2,5 ngày"),
    ).lines
    assert (str(line.before), str(line.after)) == ("4 ngày", "2,5 ngày")


def test_a_line_without_a_code_is_kept_and_a_code_of_another_shape_is_asked_about():
    lines = read(HEADINGS, (1, "", "Cấp giấy phép", "", ""), (2, "chưa có", "Gia hạn", "", "")).lines
    assert [line.code for line in lines] == ["", ""]
    assert any("không phải mã thủ tục quốc gia" in why for why in lines[1].asks)


def test_rows_that_number_the_columns_are_no_lines():
    assert (
        read(HEADINGS, ("(1)", "(2)", "(3)", "(4)", "(5)"), (1, "1.000001", "Cấp giấy phép", "", "")).lines[0].row == 3
    )


def test_the_codes_that_a_procedure_takes_the_place_of_are_read():
    (line,) = read(
        ("Loại", "Mã TTHC", "Tên TTHC", "TTHC được thay thế"),
        ("thay thế", "1.000009", "Cấp giấy phép", "1.000001 Cấp phép; 1.000002"),
    ).lines
    assert line.replaces == ("1.000001", "1.000002")


@pytest.mark.parametrize("cells", [("Xin chào",), ("Tên TTHC", "Ghi chú"), ("Mã", "Số tiền")])
def test_a_table_without_the_columns_is_refused_in_words(cells):
    with pytest.raises(NoHeadings) as refused:
        read(cells)
    assert "cần cột tên thủ tục" in str(refused.value)


def test_who_decides_who_handles_it_and_by_which_law_stand_in_columns_of_their_own():
    (line,) = read(
        ("Mã TTHC", "Tên TTHC", "Cơ quan thực hiện", "Cơ quan có thẩm quyền quyết định", "Căn cứ pháp lý", "Ghi chú"),
        ("1.000001", "Cấp giấy phép", "Phòng Gió", "Sở Gió", "Luật Gió 2014", "Xem phụ lục"),
    ).lines
    said = (line.executing, line.competent, line.laws, line.note)
    assert said == ("Phòng Gió", "Sở Gió", "Luật Gió 2014", "Xem phụ lục")
