"""Reading the national file: each line is read, mended with a remark, or refused with a reason."""

import json
import unicodedata

import pytest

from procedures_catalog.files.issues import ReadRow, Refused, UnreadableFile
from procedures_catalog.files.read_national import read_line, read_national, read_object
from tests.procedures_catalog.factories import national


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("diều", "không phải là một đối tượng JSON hợp lệ"),
        ('{"Mã thủ tục": "1.1', "không phải là một đối tượng JSON hợp lệ"),
        ("[" * 100_000, "không phải là một đối tượng JSON hợp lệ"),
        ("[1, 2]", "phải là một đối tượng JSON"),
        ('"diều"', "phải là một đối tượng JSON"),
        ("null", "phải là một đối tượng JSON"),
        ("7", "phải là một đối tượng JSON"),
    ],
)
def test_a_line_that_is_no_object_is_refused_alone(line, reason):
    refused = read_line(12, line)
    assert isinstance(refused, Refused)
    assert (refused.row, refused.complaint.row) == (12, 12)
    assert reason in refused.complaint.reason
    assert len(refused.complaint.value) <= 200


def test_a_bad_value_is_refused_with_row_field_value_and_reason():
    complaint = read_object(5, national(**{"Cấp thực hiện": "Cấp Trời"})).complaint
    assert (complaint.row, complaint.field, complaint.value) == (5, "Cấp thực hiện", "Cấp Trời")
    assert complaint.reason.startswith("không hiểu giá trị “Cấp Trời”")


def test_a_clean_line_is_read_without_a_remark():
    row = read_object(1, national())
    assert (row.layer, row.repairs, row.record.original_wordings) == ("national", (), ())


@pytest.mark.parametrize(
    ("name", "mended", "reason"),
    [
        (unicodedata.normalize("NFD", "Cấp thẻ"), "Cấp thẻ", "ghép lại dấu"),
        ("Cấp t\u200bhẻ", "Cấp thẻ", "vô hình"),
        ("Cấp\u200e thẻ", "Cấp thẻ", "vô hình"),
        ("Ðăng ký", "Đăng ký", "Iceland"),
        ("\uf0fc Cấp thẻ", "• Cấp thẻ", "Wingdings"),
        ("Cấp\x07 thẻ", "Cấp thẻ", "điều khiển"),
        ("Cấp\xa0thẻ", "Cấp thẻ", "khoảng trắng"),
        ("Cấp thẻ \ud800", "Cấp thẻ \ufffd", "điều khiển"),
    ],
)
def test_odd_characters_are_mended_and_every_mend_is_told(name, mended, reason):
    row = read_object(3, national(**{"Tên thủ tục": name}))
    assert row.record.name == mended
    [remark] = row.repairs
    assert (remark.row, remark.field) == (3, "Tên thủ tục")
    assert reason in remark.reason


def test_what_the_source_really_said_is_kept_for_the_way_back():
    row = read_object(1, national(**{"Tên thủ tục": "Ðăng ký", "Số quyết định": "1/QÐ"}))
    assert dict(row.record.original_wordings) == {"Đăng ký": "Ðăng ký", "1/QĐ": "1/QÐ"}


def test_letters_that_were_only_composed_need_no_original():
    row = read_object(1, national(**{"Tên thủ tục": unicodedata.normalize("NFD", "Cấp thẻ")}))
    assert row.record.original_wordings == ()


def test_mends_deep_inside_a_part_are_told_under_the_parts_field():
    raw = national(**{"Căn cứ pháp lý": [{"ten": "Luật\u200b Diều", "so_hieu": None}]})
    [remark] = read_object(1, raw).repairs
    assert remark.field == "Căn cứ pháp lý"


def test_a_field_that_nobody_knows_is_left_out_and_told():
    [remark] = read_object(1, national() | {"Màu diều": "đỏ"}).repairs
    assert (remark.field, "đã bỏ qua" in remark.reason) == ("Màu diều", True)


def test_a_row_speaks_of_the_portals_own_fields_only_where_the_file_has_them():
    own = {"everyday_names", "online_level", "filing_url"}
    assert not own & read_object(1, national()).known
    assert own & read_object(1, national(**{"Tên gọi thường ngày": ["giấy diều"]})).known == {"everyday_names"}


def test_lines_are_numbered_as_an_editor_shows_them_and_one_bad_line_stops_nothing(tmp_path):
    path = tmp_path / "thu-tuc.jsonl"
    lines = [json.dumps(national("1.100001")), "", "diều", json.dumps(national("1.100002"))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [(row.row, type(row)) for row in read_national(path)] == [(1, ReadRow), (3, Refused), (4, ReadRow)]


def test_a_file_that_cannot_be_read_as_a_whole_says_so(tmp_path):
    path = tmp_path / "thu-tuc.jsonl"
    path.write_bytes('{"Mã": "Diều"}'.encode("utf-16"))
    with pytest.raises(UnreadableFile):
        list(read_national(path))


@pytest.mark.parametrize("levels", [21, 490, 600])
def test_a_row_whose_parts_lie_too_deep_is_refused_alone_and_named(levels):
    line = json.dumps(national("1.100001"))[:-1] + ', "Màu": ' + "[" * levels + "]" * levels + "}"
    refused = read_line(4, line)
    assert isinstance(refused, Refused)
    assert (refused.complaint.code, "lồng nhau quá 20 tầng" in refused.complaint.reason) == ("1.100001", True)


def test_a_number_that_is_too_long_is_refused_for_its_length():
    refused = read_line(4, '{"Mã thủ tục": ' + "9" * 5000 + "}")
    assert "số dài quá giới hạn" in refused.complaint.reason


def test_whatever_a_row_says_its_remarks_can_be_written_to_a_file():
    broken = national("1.100001", **{"Mô tả": "Thả \ud83d", "Từ khóa": "diều\x00", "\ud83d": "\ud83d"})
    row = read_object(2, broken)
    assert row.record.original_wordings == ()
    assert all(f"{remark.field}{remark.value}".encode() for remark in row.repairs)


@pytest.mark.parametrize("code", ["<b>1</b>", "CCHC_01'--", "x" * 60, "-1", "1.001193\n1.001194", ".", "1.00119"])
def test_a_code_that_can_be_nobodys_is_refused(code):
    refused = read_object(7, national(code))
    assert (refused.row, refused.complaint.field) == (7, "Mã thủ tục")


def test_a_code_in_another_spelling_is_the_same_procedure_and_the_mend_is_told():
    row = read_object(7, national("１.１００１１９"))
    assert (row.record.code, [remark.field for remark in row.repairs]) == ("1.100119", ["Mã thủ tục"])
