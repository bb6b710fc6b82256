"""Headings of columns as lists write them, and which of two columns is read."""

import pytest

from procedures_catalog.files.lists.columns import columns_in
from procedures_catalog.files.lists.headings import claim

WRITTEN = [
    ("code", "Số hồ sơ TTHC"), ("code", "Mã số TTHC"), ("code", "Mã TTHC gốc"), ("code", "MÃ\nTHỦ TỤC"),
    ("code", "(2) Mã thủ tục"), ("code", "2. Mã số thủ tục hành chính"), ("code", "Mã TTHC (trên CSDLQG)"),
    ("code", "MãTTHC"), ("code", "Mã TTHC trên Cổng Dịch vụ công quốc gia"), ("code", "Mã dịch vụ công"),
    ("code", "Mã số hồ sơ TTHC (theo Quyết định công bố)"), ("code", "B. Mã"),
    ("name", "Tên thủ tục hành chính"), ("name", "TÊN TTHC (ghi đầy đủ)"), ("name", "Thủ tục hành chính"),
    ("name", "Tên\nTTHC/DVC"), ("name", "Danh mục thủ tục hành chính"), ("name", "Nội dung thủ tục"),
    ("name", "III. Tên thủ tục"), ("name", "Tên gọi thủ tục hành chính"), ("name", "3 - Tên TTHC"),
    ("name", "Tên dịch vụ công"),
    ("sector", "LĨNH VỰC"), ("sector", "Lĩnh vực/Ngành"), ("sector", "Tên lĩnh vực"), ("sector", "Linh vuc"),
    ("decision_number", "Số QĐ công bố"), ("decision_number", "Quyết định công bố TTHC"),
    ("levels", "Cấp thực hiện"), ("levels", "Cấp giải quyết"), ("levels", "Cấp/Đơn vị thực hiện"),
    ("levels", "Cấp thực hiện/Cơ quan thực hiện"), ("levels", "CẤP THỰC HIỆN (tỉnh, xã)"),
    ("executing", "Cơ quan thực hiện"), ("executing", "Đơn vị thực hiện"), ("executing", "Cơ quan giải quyết TTHC"),
    ("online_level", "Mức độ dịch vụ công trực tuyến"), ("online_level", "Mức độ DVCTT"), ("online_level", "Mức độ"),
]  # fmt: skip
SLIPS = [
    ("code", "Mã TTCH"), ("code", "Mã TTHCC"), ("code", "Mã thủ tụcc"), ("code", "Mã số TTHHC"),
    ("code", "Mã số thr tục"),
    ("name", "Tên THTC"), ("name", "Tên TTC"), ("name", "Tên thhủ tục hành chính"), ("sector", "Lĩnnh vực"),
    ("sector", "Lĩnh vựv"), ("levels", "Cấp thực hhiện"), ("levels", "Cấp thưcj hiện"),
    ("online_level", "Mức độ DVCC"), ("executing", "Cơ quan thực hiẹnn"), ("decision_number", "Số quyêt địnhh"),
]  # fmt: skip
#: What looks like a heading that is read, and is none.
OTHERS = [
    "Mẫu hồ sơ", "Mẫu TTHC", "Mã TTHC (cũ)", "Mã TTHC cũ", "Mã QR", "Số TTHC", "Tổng số TTHC", "Số bộ hồ sơ",
    "Ngày quyết định", "Đối tượng thực hiện", "Địa điểm thực hiện", "Cách thực hiện", "Thời hạn giải quyết",
    "Cơ quan có thẩm quyền", "Tên thủ tục / Mã thủ tục", "Phí, lệ phí", "Căn cứ pháp lý / Ghi chú", "1.001193", "",
    "Thủ tục cấp giấy phép thả diều trên cánh đồng", "Nơi nộp", "Tên gọi thường ngày",
]  # fmt: skip


@pytest.mark.parametrize(("key", "heading"), WRITTEN)
def test_a_heading_is_known_in_any_spelling(key, heading):
    said = claim(heading)
    assert said
    assert (said.key, said.meant) == (key, "")


@pytest.mark.parametrize(("key", "heading"), SLIPS)
def test_a_typing_slip_is_forgiven_and_told(key, heading):
    said = claim(heading)
    assert said
    assert (said.key, bool(said.meant)) == (key, True)


@pytest.mark.parametrize("heading", OTHERS)
def test_what_means_something_else_is_not_taken(heading):
    assert claim(heading) is None


#: Line of headings → field → the place that is read, whatever stands before it.
RIVALS = [
    (["Mã", "Mã TTHC", "Tên TTHC"], "code", 1),
    (["Mã TTHC", "Mã", "Tên TTHC"], "code", 0),
    (["Mã TTHC (địa phương)", "Tên TTHC", "Mã TTHC"], "code", 2),
    (["Mã hồ sơ", "Mã TTHC", "Tên TTHC"], "code", 1),
    (["Mã TTHC", "Tên", "Tên TTHC"], "name", 2),
    (["Mức độ", "Mức độ DVC", "Mã TTHC", "Tên TTHC"], "online_level", 1),
    (["Mức độ DVC", "Mức độ", "Mã TTHC", "Tên TTHC"], "online_level", 0),
    (["Cơ quan thực hiện", "Cấp thực hiện", "Mã TTHC", "Tên TTHC"], "levels", 1),
    (["Đơn vị", "Cấp thực hiện", "Mã TTHC", "Tên TTHC"], "levels", 1),
    (["Đơn vị thực hiện", "Cơ quan thực hiện", "Mã TTHC", "Tên TTHC"], "executing", 1),
    (["Mã TTHC", "Tên TTHC", "Quyết định", "Số quyết định"], "decision_number", 3),
    (["Mã TTCH", "Mã số", "Tên TTHC"], "code", 1),
]


@pytest.mark.parametrize(("line", "key", "place"), RIVALS)
def test_of_two_columns_that_claim_one_fact_the_better_name_wins_wherever_it_stands(line, key, place):
    columns = columns_in(line)
    assert columns
    assert columns.places[key] == place


@pytest.mark.parametrize(("line", "key", "place"), [rival for rival in RIVALS if rival[1] != "levels"])
def test_the_loser_is_named(line, key, place):
    told = {remark.field: remark.reason for remark in columns_in(line).remarks}
    [loser] = [head for at, head in enumerate(line) if at != place and claim(head) and claim(head).key == key]
    assert f"“{line[place]}”" in told[loser]


def test_a_table_to_the_right_is_named_column_by_column():
    columns = columns_in(["Mã TTHC", "Tên TTHC", "", "Mã TTHC", "Tên TTHC"])
    assert [(remark.field, "bảng thứ hai" in remark.reason) for remark in columns.remarks] == [
        ("Mã TTHC", True),
        ("Tên TTHC", True),
    ]


def test_a_line_without_code_or_name_is_no_line_of_headings():
    assert columns_in(["Mã TTHC", "Lĩnh vực"]) is None
    assert columns_in(["1.001193", "Đăng ký khai sinh", "Hộ tịch"]) is None


@pytest.mark.parametrize(
    ("key", "heading"),
    [
        ("code", "Mã định danh TTHC"), ("code", "Mã quốc gia"), ("code", "Mã TTHC (CSDL quốc gia)"),
        ("code", "Mã hồ sơ TTHC"),
        ("code", "Mã số TTHC trên Cổng DVCQG"), ("code", "Mã TTHV"), ("name", "Tên TTHC\n(theo QĐ công bố)"),
        ("executing", "Đơn vị giải quyết"), ("levels", "Cấp giải quyết TTHC"),
        ("online_level", "Mức độ cung cấp DVC trực tuyến"),
        ("decision_number", "QĐ công bố"), ("sector", "Lĩnh vực/ngành"),
    ],
)  # fmt: skip
def test_headings_in_more_ways(key, heading):
    assert claim(heading).key == key
