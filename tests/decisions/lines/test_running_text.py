"""Lines that have lost their columns: as many facts as stand there surely, and no more."""

from decisions.lines.kinds import Kind
from decisions.lines.reading import read_appendix
from decisions.lines.running_text import rows_in_text

TEXT = """DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH
STT Mã số Tên thủ tục hành chính Thời hạn
1 1.000001 Cấp giấy phép thả diều
trên bãi sông Trong thời hạn 05 ngày làm việc 2,5 ngày làm việc
12
2. 1.000002.000.00.00.H01 Cho phép bơi
qua hồ Không thực hiện cắt giảm
B. THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ
1 1.000003 Leo núi
"""


def test_a_number_and_a_code_begin_a_line_and_the_name_goes_on_below():
    lines = read_appendix(rows_in_text(TEXT), frozenset()).lines
    assert [(line.kind, line.code, line.name) for line in lines] == [
        (Kind.NEW, "1.000001", "Cấp giấy phép thả diều trên bãi sông"),
        (Kind.NEW, "1.000002", "Cho phép bơi qua hồ"),
        (Kind.ABOLISHED, "1.000003", "Leo núi"),
    ]


def test_limits_without_their_columns_stay_a_note():
    first, second, _ = read_appendix(rows_in_text(TEXT), frozenset()).lines
    assert (first.before, first.after) == (None, None)
    assert first.note == "Trong thời hạn 05 ngày làm việc 2,5 ngày làm việc"
    assert second.note == "Không thực hiện cắt giảm"


def test_rows_are_counted_by_the_line_on_which_they_begin():
    assert [line.row for line in read_appendix(rows_in_text(TEXT), frozenset()).lines] == [3, 6, 9]


def test_a_text_without_codes_has_no_rows():
    assert list(rows_in_text("1. Thả diều\n2. Bơi qua hồ\n")) == []
