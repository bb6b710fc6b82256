"""A province's list: its columns, its rows, what is repaired and refused."""

import csv
import re
import zipfile
from collections import Counter

import openpyxl
import pytest

from procedures_catalog.files.issues import ReadRow, Refused, Told, UnreadableFile
from procedures_catalog.files.lists.no_code import UNSAID
from procedures_catalog.files.read_table import read_table

HEADER = ["STT", "Mã TTHC", "Mức độ DVC", "Tên TTHC", "Lĩnh vực", "Quyết định"]


@pytest.fixture
def sheet(tmp_path):
    def write(*rows):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        path = tmp_path / "ds.xlsx"
        book.save(path)
        return path

    return write


@pytest.fixture
def table(tmp_path):
    """A CSV file of rows given as lists."""

    def write(*rows):
        path = tmp_path / "ds.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return write


def row(
    code="1.001193",
    name="Đăng ký khai sinh",
    sector="Hộ tịch",
    org="UBND Xã/Phường/Thị Trấn",
    level="Toàn trình",
):
    return [code, name, sector, org, level]


CSV_HEADER = ["code", "name", "field", "org", "level"]


@pytest.fixture
def outcomes(table):
    """What becomes of rows of the five columns of the CSV."""
    return lambda *rows: rows_of(table(CSV_HEADER, *rows))


def rows_of(path):
    """What becomes of the rows of a file, without what is said of the file itself."""
    return [told for told in read_table(path) if not isinstance(told, Told)]


def told_of(path):
    return [(told.issue.field, told.issue.reason) for told in read_table(path) if isinstance(told, Told)]


def refusals(outcomes):
    return [(told.row, told.complaint.field, told.complaint.reason) for told in outcomes if isinstance(told, Refused)]


def mends(read):
    return [(told.field, told.value, told.reason) for told in read.repairs]


def unreadable(path, **limits):
    with pytest.raises(UnreadableFile) as found:
        list(read_table(path, **limits))
    return str(found.value)


# — the shape of the file —


def test_a_row_becomes_a_local_record_with_what_the_file_speaks_of(outcomes):
    [read] = outcomes(row())
    assert (read.row, read.layer, read.repairs) == (2, "local", ())
    assert (read.record.code, read.record.name, read.record.sector) == (
        "1.001193",
        "Đăng ký khai sinh",
        "Hộ tịch",
    )
    assert (read.record.levels, read.record.online_level) == (("commune",), "full")
    assert read.known == {"code", "name", "sector", "levels", "online_level"}


def test_the_header_is_found_below_titles_and_read_by_names_in_any_order(sheet):
    path = sheet(
        ["UBND TỈNH", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [],
        ["DANH SÁCH THỦ TỤC HÀNH CHÍNH"],
        ["Số quyết định", "LĨNH VỰC", "tên  thủ tục", "stt", "MÃ\nTHỦ TỤC"],
        ["12/QĐ-UBND ", " Hộ tịch", "Đăng ký\nkhai sinh ", 1, "1.001193"],
    )
    [read] = read_table(path)
    assert (read.row, read.record.code, read.record.name) == (5, "1.001193", "Đăng ký khai sinh")
    assert (read.record.sector, read.record.decision_number, read.repairs) == ("Hộ tịch", "12/QĐ-UBND", ())
    assert read.known == {"code", "name", "sector", "decision_number"}


def test_empty_rows_footers_column_numbers_and_repeated_headers_are_left_out(sheet):
    path = sheet(
        HEADER,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        [1, "1.001193", "Toàn trình", "Đăng ký khai sinh", "Hộ tịch", None],
        [],
        HEADER,
        [2, "1.001194", "Toàn trình", "Đăng ký khai tử", "Hộ tịch", None],
        [None, None, None, None, "Người lập báo cáo"],
        [None, None, None, "Người lập biểu"],
        ["Tổng cộng"],
    )
    assert [told.row for told in read_table(path)] == [3, 6]


SECTIONS = [
    ["I", "LĨNH VỰC HỘ TỊCH"],
    ["I. Lĩnh vực hộ tịch (04 TTHC)"],
    ["", "", "", "B. Thủ tục hành chính cấp xã"],
    ["Phần I"],
    ["A", "", "", "DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH"],
    ["", "Thủ tục hành chính dùng chung cho cấp tỉnh và cấp xã"],
    ["II.", "", "", "Nhóm thủ tục liên thông"],
    ["", "TTHC thuộc thẩm quyền giải quyết của UBND cấp xã"],
    ["Mục 2. Chứng thực"],
    ["1", "Lĩnh vực: Chứng thực"],
]


@pytest.mark.parametrize("title", SECTIONS)
def test_the_title_of_a_section_is_no_procedure_and_is_told(sheet, title):
    lines = [[n, f"1.00119{n}", "Toàn trình", f"Thả diều {n}", "Gió", None] for n in (1, 2)]
    path = sheet(HEADER, lines[0], title, lines[1])
    assert [told.row for told in rows_of(path)] == [2, 4]
    assert not any("hộ tịch" in read.record.sector.lower() for read in rows_of(path))


def test_titles_of_sections_are_counted_with_the_first(sheet):
    path = sheet(HEADER, ["", "I. Lĩnh vực Gió"], [1, "1.001191", "", "Thả diều"], ["", "II. Lĩnh vực Mây"])
    assert told_of(path) == [("", "2 dòng chỉ là tiêu đề mục nên không đọc, đầu tiên ở dòng 2: “I. Lĩnh vực Gió”")]


def test_a_row_with_more_than_a_title_is_no_section(outcomes):
    assert refusals(outcomes(["", "Lĩnh vực Gió", "Hộ tịch", "", ""])) == [(2, "code", UNSAID)]


def test_signatures_below_the_list_are_refused_and_not_made_procedures(outcomes):
    [refused] = outcomes(row("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ", "", "", ""))
    assert "không phải mã thủ tục" in refused.complaint.reason


def test_only_a_header_gives_nothing(table, sheet):
    assert list(read_table(table(CSV_HEADER))) == []
    assert list(read_table(sheet(HEADER))) == []


def test_an_empty_file_is_unreadable(tmp_path):
    path = tmp_path / "ds.csv"
    path.touch()
    assert unreadable(path) == "Tệp rỗng."


def test_a_sheet_with_nothing_in_it_lacks_a_header(sheet):
    assert "Không tìm thấy dòng tiêu đề" in unreadable(sheet())


def test_a_missing_column_is_named_with_those_that_were_found(table):
    told = unreadable(table(["Tên thủ tục", "Lĩnh vực", "Ghi chú"], ["a", "b", "c"]))
    assert told == "Thiếu cột “Mã TTHC”; chỉ tìm thấy “Tên thủ tục”, “Lĩnh vực”."


def test_unknown_and_repeated_columns_are_told_once_and_the_better_name_wins(table):
    path = table(["code", "name", "Mã QR", "Tên TTHC"], ["1.001193", "A", "x", "B"], ["1.001194", "C", "y", "D"])
    assert [(read.record.name, read.repairs) for read in rows_of(path)] == [("B", ()), ("D", ())]
    assert told_of(path) == [
        ("name", "cột cùng nghĩa với “Tên TTHC” nên không đọc; tên cột kia rõ hơn"),
        ("Mã QR", "cột không được nhận ra nên không đọc"),
    ]


def test_of_two_columns_of_one_name_the_first_wins(table):
    path = table(["Mã TTHC", "Tên TTHC", "Tên TTHC"], ["1.001193", "A", "B"])
    assert rows_of(path)[0].record.name == "A"
    assert told_of(path) == [("Tên TTHC", "cột lặp lại, chỉ đọc cột đầu tiên cùng nghĩa")]


def test_columns_are_told_of_though_no_row_can_be_read(table):
    path = table(["code", "name", "Mã QR"], ["TEST_1", "a"])
    assert told_of(path) == [("Mã QR", "cột không được nhận ra nên không đọc")]


def test_a_json_file_is_no_table(tmp_path):
    path = tmp_path / "ds.jsonl"
    path.write_text('{"Mã thủ tục": "1.001193"}\n')
    assert "JSON" in unreadable(path)


def test_a_workbook_that_is_none_is_unreadable(tmp_path):
    path = tmp_path / "ds.xlsx"
    path.write_text("code,name\n")
    assert "không phải là bảng tính XLSX" in unreadable(path)


def test_a_zip_bomb_is_unreadable(tmp_path):
    path = tmp_path / "ds.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", bytes(3 * 2**20))
    assert "giải nén" in unreadable(path)


def test_too_many_rows_or_columns_are_refused_with_the_limit(table):
    path = table(CSV_HEADER, *(row(f"1.{number:06}") for number in range(5)))
    assert len(list(read_table(path, max_rows=6))) == 5
    assert "quá 4 dòng" in unreadable(path, max_rows=4)
    assert "Dòng 1 có quá 3 cột" in unreadable(path, max_columns=3)


# — codes —


def test_a_mended_code_is_told_with_what_the_file_says(outcomes):
    [read] = outcomes(row("1001193.000.00.00.h37."))
    assert read.record.code == "1.001193.000.00.00.H37"
    assert mends(read) == [
        ("code", "1001193.000.00.00.h37.", "viết hoa lại chữ trong mã"),
        ("code", "1001193.000.00.00.h37.", "bỏ dấu chấm thừa trong mã"),
        ("code", "1001193.000.00.00.h37.", "đặt lại dấu chấm bị mất trong mã"),
    ]


def test_a_code_that_the_sheet_made_a_number_is_read_back(sheet):
    reads = read_table(sheet(HEADER, [1, 2.000815, "", "A"], [2, 2.00081, "", "B"], [3, 1001193, "", "C"]))
    told = [(read.record.code, len(read.repairs)) for read in reads]
    assert told == [("2.000815", 1), ("2.000810", 2), ("1.001193", 2)]


def test_a_number_that_is_no_code_is_refused(sheet):
    told = refusals(read_table(sheet(HEADER, [1, 2025, "", "A"], [2, 1.0, "", "B"])))
    assert [reason[:14] for _, _, reason in told] == ["mã không đúng "] * 2


def test_a_province_s_own_code_is_taken_as_it_is(outcomes):
    [read] = outcomes(row("CCHC_01"))
    assert (read.record.code, read.repairs) == ("CCHC_01", ())


NOT_NATIONAL = "mã không đúng dạng mã quốc gia (ví dụ 1.001193 hoặc 1.001193.000.00.00.H36)"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("2.00223.000.00.00.H37", "mã thiếu chữ số: sau dấu chấm đầu có 5 chữ số, mã quốc gia có 6"),
        ("2.00080", "mã thiếu chữ số: sau dấu chấm đầu có 5 chữ số, mã quốc gia có 6"),
        ("1.001193.000.00.H37", NOT_NATIONAL),
        ("l.001193.000.00.00.H37", NOT_NATIONAL),
        ("A1" * 31, "mã dài 62 ký tự, quá giới hạn 60 ký tự"),
        ("<script>alert(1)</script>", "không phải mã thủ tục: mã phải có chữ số và chỉ gồm chữ, số, . _ - /"),
        ("#N/A", "ô chứa công thức hoặc lỗi của bảng tính, không có giá trị"),
        ("=A2", "ô chứa công thức hoặc lỗi của bảng tính, không có giá trị"),
    ],
)
def test_a_row_without_a_code_that_can_be_trusted_is_refused_and_stops_nothing(outcomes, code, reason):
    told = outcomes(row(code), row("1.001194"))
    assert refusals(told) == [(2, "code", reason)]
    assert isinstance(told[1], ReadRow)


@pytest.mark.parametrize(
    ("code", "name"),
    [("TEST_MOT_CAP", "Nộp hồ sơ"), ("2.000815", "Thủ tục test"), ("2.000815", "Test nộp hồ sơ")],
)
def test_test_rows_are_refused(outcomes, code, name):
    assert refusals(outcomes(row(code, name)))[0][2] == "dòng thử nghiệm, bỏ qua"


def test_a_level_hung_on_the_code_becomes_a_level_of_the_row(table):
    path = table(
        ["Mã TTHC", "Tên TTHC"],
        ["1.001193.000.00.00.H37", "Cấp bản sao"],
        ["1.001193.000.00.00.H37.H", "Cấp bản sao (Cấp huyện)"],
        ["1.001193.000.00.00.H37.X", "Cấp bản sao (cấp xã)"],
    )
    whole, district, commune = read_table(path)
    assert {read.record.code for read in (whole, district, commune)} == {"1.001193.000.00.00.H37"}
    assert [read.record.levels for read in (whole, district, commune)] == [(), ("district",), ("commune",)]
    assert ["levels" in read.known for read in (whole, district, commune)] == [False, True, True]
    assert mends(commune) == [("Mã TTHC", "1.001193.000.00.00.H37.X", "đuôi .X của mã được đọc là cấp xã")]


# — other columns —


def test_a_row_without_a_name_is_refused(outcomes):
    assert refusals(outcomes(row(name=" \u200b"))) == [(2, "name", "không có tên thủ tục")]


def test_a_name_of_five_thousand_characters_is_refused(outcomes):
    assert refusals(outcomes(row(name="a" * 5000))) == [(2, "name", "dài 5000 ký tự, quá giới hạn 2000 ký tự")]
    assert len(outcomes(row(name="a" * 2000))[0].record.name) == 2000


def test_a_cell_or_a_field_too_long_is_refused(outcomes):
    told = refusals(outcomes(row(sector="a" * 60_000), row(sector="a" * 600)))
    assert [reason for _, _, reason in told] == [
        "ô dài 60000 ký tự, quá giới hạn 50000 ký tự",
        "dài 600 ký tự, quá giới hạn 500 ký tự",
    ]


@pytest.mark.parametrize("html", ["<script>alert(1)</script>", "<b>Hộ tịch</b>", "&lt;i&gt;", "{{ 7*7 }}"])
def test_html_and_scripts_stay_literal_text(sheet, html):
    [read] = read_table(sheet(HEADER, [1, "1.001193", "", html, html, html]))
    assert (read.record.name, read.record.sector, read.record.decision_number) == (html, html, html)
    assert read.repairs == ()


def test_html_in_a_column_of_known_values_is_an_unknown_value(outcomes):
    script = "<script>alert(1)</script>"
    of_level, of_org = outcomes(row(level=script), row(org=script))
    assert (of_level.complaint.field, of_level.complaint.value) == ("level", script)
    assert (of_org.complaint.field, of_org.complaint.value) == ("org", script)


def test_a_fault_of_the_sheet_in_a_lesser_column_says_nothing_of_it(outcomes):
    of_sector, of_level = outcomes(row(sector="#REF!"), row(code="1.000002", level="#N/A"))
    assert "sector" not in of_sector.known
    assert "online_level" not in of_level.known
    kept = (
        "ô lỗi của bảng tính; không nhập ô này, giá trị cổng đang có được giữ; hãy lấy lại từ tệp gốc, cột dạng văn bản"
    )
    assert mends(of_sector) == [("field", "#REF!", kept)]


def test_mended_letters_are_told_but_superfluous_spaces_are_not(outcomes):
    [read] = outcomes(row(name="  Ho\u0323̂  tịch \n", sector="Ðất\u200b đai\xa0"))
    assert (read.record.name, read.record.sector) == ("Hộ tịch", "Đất đai")
    assert [(told.field, told.reason) for told in read.repairs] == [
        ("name", "ghép dấu rời vào chữ (chuẩn NFC)"),
        ("field", "bỏ ký tự ẩn"),
        ("field", "đổi chữ Ð sai bảng mã thành Đ"),
        ("field", "đổi dấu cách hoặc dấu xuống dòng lạ thành dấu cách thường"),
    ]


def test_an_agency_before_a_field_is_taken_off_and_told(outcomes):
    [read] = outcomes(row(sector="[SVH] - Hộ tịch"))
    assert read.record.sector == "Hộ tịch"
    assert mends(read) == [("field", "[SVH] - Hộ tịch", "bỏ tiền tố “[SVH] -” của lĩnh vực")]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("LĨNH VỰC HỘ TỊCH (04 TTHC)", "HỘ TỊCH"),
        ("Lĩnh vực: Hộ tịch", "Hộ tịch"),
        ("I. Lĩnh vực Hộ tịch", "Hộ tịch"),
        ("Hộ tịch (12 thủ tục)", "Hộ tịch"),
    ],
)
def test_what_a_decision_writes_around_a_field_is_taken_off_and_told(outcomes, text, sector):
    [read] = outcomes(row(sector=text))
    assert read.record.sector == sector
    assert mends(read) == [("field", text, f"chỉ giữ tên lĩnh vực “{sector}”")]


@pytest.mark.parametrize("text", ["Lĩnh vực khác", "Việc làm (G07-LĐ11)", "Lĩnh vực"])
def test_a_field_that_has_such_words_in_its_name_keeps_them(outcomes, text):
    [read] = outcomes(row(sector=text))
    assert (read.record.sector, read.repairs) == (text, ())


@pytest.mark.parametrize(
    ("text", "level", "mended"),
    [
        ("Toàn trình", "full", False),
        ("trực tuyến TOÀN TRÌNH", "full", False),
        ("Một phần", "partial", False),
        ("Còn lại", "information", False),
        ("Chỉ cung cấp thông tin", "information", False),
        ("", "", False),
        ("Mức độ 4", "full", True),
        ("Mức độ 3", "partial", True),
        ("Mức độ 2", "information", True),
        ("Mức độ 1", "information", True),
        ("4", "full", True),
    ],
)
def test_online_levels_old_and_new_are_understood(outcomes, text, level, mended):
    [read] = outcomes(row(level=text))
    assert (read.record.online_level, bool(read.repairs)) == (level, mended)


def test_an_unknown_online_level_is_refused_with_the_known_ones(outcomes):
    [(_, field, reason)] = refusals(outcomes(row(level="Mức độ 5")))
    assert field == "level"
    assert "Toàn trình, Một phần, Còn lại" in reason


@pytest.mark.parametrize(
    ("org", "levels", "executing"),
    [
        ("Sở, ban ngành", ("province",), ()),
        ("UBND Tỉnh/ Thành phố", ("province",), ()),
        ("Sở, ban ngành; Cấp Tỉnh/ Thành phố", ("province",), ()),
        ("UBND Xã/Phường/Thị Trấn; UBND Huyện/Thành phố", ("district", "commune"), ()),
        ("Cấp Bộ/Trung ương; cấp xã", ("ministry", "commune"), ()),
        ("Sở Công thương tỉnh A", ("province",), ("Sở Công thương tỉnh A",)),
        (
            "Ban quản lý các khu công nghiệp; Cấp xã",
            ("province", "commune"),
            ("Ban quản lý các khu công nghiệp",),
        ),
        ("", (), ()),
    ],
)
def test_levels_of_administration_and_named_agencies_are_understood(outcomes, org, levels, executing):
    [read] = outcomes(row(org=org))
    assert (read.record.levels, read.record.executing) == (levels, executing)
    assert ("executing" in read.known) == bool(executing)
    assert "levels" in read.known


def test_an_unknown_level_is_refused_with_the_known_ones(outcomes):
    [refused] = outcomes(row(org="Sở, ban ngành; Phòng Tư pháp"))
    assert (refused.complaint.field, refused.complaint.value) == ("org", "Phòng Tư pháp")
    assert "Cấp tỉnh; Cấp huyện; Cấp xã" in refused.complaint.reason


# — two rows of one code —


def test_a_row_that_says_the_same_again_is_refused_as_a_repetition(outcomes):
    told = outcomes(row(), row(name=" Đăng ký  khai sinh"), row("1001193"))
    assert refusals(told) == [
        (3, "code", "trùng với dòng 2, bỏ qua"),
        (4, "code", "trùng với dòng 2, bỏ qua"),
    ]


def test_a_row_that_says_otherwise_is_refused_with_the_columns_that_differ(outcomes):
    told = outcomes(row(), row("1.001193.000.00.00.H37", name="Khai sinh", level="Mức độ 3"))
    assert refusals(told) == [(3, "code", "cùng mã với dòng 2 nhưng khác “name”, “level”; giữ dòng 2")]


def test_a_refused_row_does_not_stand_in_the_way_of_a_good_one(outcomes):
    told = outcomes(row(name="Thủ tục test"), row())
    assert [type(each) for each in told] == [Refused, ReadRow]


def test_rows_that_differ_in_level_only_are_each_read(outcomes):
    told = outcomes(
        row(), row(org="UBND Huyện/Thành phố"), row(org="Sở, ban ngành", name="Đăng ký khai sinh (cấp tỉnh)")
    )
    assert [read.record.levels for read in told] == [("commune",), ("district",), ("province",)]


def test_another_level_does_not_excuse_another_name(outcomes):
    told = outcomes(row(), row(org="UBND Huyện/Thành phố", name="Khai sinh có yếu tố nước ngoài"))
    assert refusals(told)[0][2] == "cùng mã với dòng 2 nhưng khác “name”, “org”; giữ dòng 2"


def test_a_repeated_row_of_another_level_is_a_repetition_of_that_row(outcomes):
    other = row(org="UBND Huyện/Thành phố")
    assert refusals(outcomes(row(), other, other)) == [(4, "code", "trùng với dòng 3, bỏ qua")]


def test_a_hung_level_beside_a_different_row_is_told_as_such(outcomes):
    told = outcomes(row("1.001193.H37.X", org=""), row("1.001193.H37.X", org="cấp xã", level=""))
    assert refusals(told)[0][2] == "cùng mã với dòng 2 nhưng khác “org”, “level”; giữ dòng 2"


# — broken rows —


def test_a_row_with_wrong_quotes_is_refused_and_the_next_one_read(tmp_path):
    path = tmp_path / "ds.csv"
    path.write_text('code,name\n1.001193,"Tên "A" mới"\n1.001194,Đăng ký\n', encoding="utf-8")
    refused, read = read_table(path)
    assert (refused.row, read.row) == (2, 3)
    assert "dấu ngoặc kép" in refused.complaint.reason


def test_a_row_of_something_without_code_and_name_is_refused(outcomes):
    assert refusals(outcomes(["", "", "Hộ tịch", "", "Toàn trình"])) == [(2, "name", "không có mã và tên thủ tục")]


# — the two real lists; the counts are also in README.md beside this file —


def counted(path):
    """How many rows were read, the reasons of refusal and the kinds of repair, without numbers and names."""
    read, refused = [], Counter()
    for told in rows_of(path):
        if isinstance(told, Refused):
            refused[kind(told.complaint.reason)] += 1
        else:
            read.append(told)
    return read, refused, Counter((told.field, kind(told.reason)) for each in read for told in each.repairs)


def kind(reason):
    return re.sub(r"“[^”]*”(, “[^”]*”)*|[0-9]+", "…", reason)


@pytest.mark.shared
def test_the_list_of_lang_son_is_read_to_the_last_row(shared_data):
    read, refused, repaired = counted(shared_data / "procedures" / "lang-son-export.xlsx")
    assert len(read) == 1755
    assert refused == {
        "cùng mã với dòng … nhưng khác …; giữ dòng …": 73,
        "trùng với dòng …, bỏ qua": 10,
        "dòng thử nghiệm, bỏ qua": 2,
        "mã thiếu chữ số: sau dấu chấm đầu có … chữ số, mã quốc gia có …": 2,
    }
    assert repaired == {
        ("MỨC ĐỘ DVC", "đổi mức độ kiểu cũ thành …"): 389,
        ("LĨNH VỰC", "bỏ tiền tố … của lĩnh vực"): 158,
        ("LĨNH VỰC", "ghép dấu rời vào chữ (chuẩn NFC)"): 38,
        ("TÊN TTHC", "ghép dấu rời vào chữ (chuẩn NFC)"): 27,
        ("Mã TTHC", "đặt lại dấu chấm bị mất trong mã"): 10,
        ("Mã TTHC", "bỏ khoảng trắng thừa trong mã"): 9,
        ("Mã TTHC", "bỏ dấu chấm thừa trong mã"): 5,
        ("Mã TTHC", "mã bị bảng tính đổi thành số, đọc lại thành mã"): 2,
        ("Mã TTHC", "đuôi .H của mã được đọc là cấp huyện"): 2,
        ("Mã TTHC", "đuôi .X của mã được đọc là cấp xã"): 2,
        ("Mã TTHC", "viết hoa lại chữ trong mã"): 1,
        ("Mã TTHC", "đổi dấu phẩy thành dấu chấm trong mã"): 1,
        ("Mã TTHC", "bỏ chữ số … thừa trong phần đuôi của mã"): 1,
    }
    assert Counter(each.record.online_level for each in read) == {
        "full": 845,
        "partial": 521,
        "information": 389,
    }
    assert len({each.record.code for each in read}) == 1752


@pytest.mark.shared
def test_the_list_of_lam_dong_is_read_to_the_last_row(shared_data):
    read, refused, repaired = counted(shared_data / "procedures" / "lam-dong-three-level.csv")
    assert len(read) == 1294
    assert refused == {"cùng mã với dòng … nhưng khác …; giữ dòng …": 5}
    assert repaired == {
        ("field", "ghép dấu rời vào chữ (chuẩn NFC)"): 23,
        ("name", "ghép dấu rời vào chữ (chuẩn NFC)"): 17,
        ("level", "đổi mức độ kiểu cũ thành …"): 4,
    }
    assert Counter(each.record.levels for each in read) == {
        ("province",): 954,
        ("district",): 196,
        ("commune",): 105,
        ("province", "district"): 17,
        ("district", "commune"): 11,
        ("province", "district", "commune"): 7,
        ("province", "commune"): 4,
    }
    assert sum("executing" in each.known for each in read) == 3
