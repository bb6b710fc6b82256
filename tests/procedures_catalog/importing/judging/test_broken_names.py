"""Names that lost letters on the way."""

import pytest

from procedures_catalog.importing.judging.broken_names import broken_names, broken_parts
from tests.procedures_catalog.factories import national_row


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("Tên thủ tục", "C?p gi?y ph\ufffdp thả di?u", "C?p gi?y ph\ufffdp di?u"),
        ("Tên thủ tục", "?ăng ký diều", "?ăng"),
        ("Lĩnh vực", "Di\ufffdu", "Di\ufffdu"),
        ("Cơ quan thực hiện", "Sở Di\ufffdu, Ủy ban nhân dân cấp xã", "Di\ufffdu"),
        ("Đối tượng thực hiện", "C?ng dân", "C?ng"),
    ],
)
def test_a_name_that_lost_letters_is_told_with_its_words(field, value, said):
    assert list(broken_names(national_row(**{field: value}).record)) == [(field, said)]


@pytest.mark.parametrize("name", ["Cấp thẻ thả diều?", "Diều (có giấy?) và sáo", "Thả diều"])
def test_a_question_mark_where_one_asks_is_no_lost_letter(name):
    assert not list(broken_names(national_row(**{"Tên thủ tục": name}).record))


def test_parts_in_which_something_could_not_be_read_are_told():
    row = national_row(**{"Yêu cầu, điều kiện thực hiện": "Có di\ufffdu.", "Mô tả": "Có di\ufffdu."})
    assert list(broken_parts(row.record)) == ["Yêu cầu, điều kiện thực hiện"]
