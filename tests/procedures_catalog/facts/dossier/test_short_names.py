"""Names of cases: cut to what tells them apart, at the borders of words."""

import pytest

from procedures_catalog.facts.dossier.short_names import plain_name, told_apart

_CHANGE = "Trường hợp thay đổi thành viên câu lạc bộ diều hai thành viên trở lên do"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["(*) Đối với cá nhân", "- Đối với tổ chức:"], ["Cá nhân", "Tổ chức"]),
        (["a) Trường hợp 1: Cấp mới thẻ", "b) Trường hợp 2: Cấp lại thẻ"], ["Cấp mới thẻ", "Cấp lại thẻ"]),
        ([f"{_CHANGE} thừa kế", f"{_CHANGE} tặng cho:", "Trường hợp ủy quyền"], ["Thừa kế", "Tặng cho", "Ủy quyền"]),
        (
            ["Hồ sơ cấp phép thả diều, chơi sáo đối với cá nhân", "Hồ sơ cấp phép thả diều, chơi sáo đối với tổ chức"],
            ["Cá nhân", "Tổ chức"],
        ),
        (["Diều đã có giấy", "Diều chưa có giấy"], ["Diều đã có giấy", "Diều chưa có giấy"]),
        (["Trường hợp 1", "Trường hợp 2"], ["Trường hợp 1", "Trường hợp 2"]),
        (["Thả diều"], ["Thả diều"]),
        ([], []),
    ],
)  # fmt: skip
def test_a_case_is_called_by_what_the_others_are_not(names, shown):
    assert told_apart(names) == shown


def test_a_cut_tears_no_word_apart():
    names = [f"Thực hiện thả diều trên bãi cỏ của phường bằng hình thức trực {way}" for way in ("tiếp", "tuyến")]
    assert told_apart(names) == ["Trực tiếp", "Trực tuyến"]


def test_names_that_differ_never_become_the_same():
    long = "bãi cỏ rộng " * 20
    names = [f"Thả diều ở {long} ngày {day} của năm nay" for day in ("một", "hai")]
    assert len(set(told_apart(names))) == 2


def test_only_the_words_of_a_heading_come_off():
    assert plain_name("- Giấy tờ phải nộp, gồm:") == "Giấy tờ phải nộp"
    assert plain_name("Lưu ý :") == "Lưu ý"
    assert plain_name("Bao gồm") == "Bao gồm"
