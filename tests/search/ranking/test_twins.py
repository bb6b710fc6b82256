"""Which neighbours among the results are nearly the same, and what tells them apart."""

from search.ranking.twins import BY_ACTION, BY_CASE, Group, groups


def test_one_thing_for_several_actions_stands_together():
    titles = ["Cấp đổi thẻ căn cước", "Cấp lại thẻ căn cước", "Đăng ký thường trú"]
    assert list(groups(titles)) == [Group(2, "thẻ căn cước", (BY_ACTION,)), Group(1)]


def test_what_is_stopped_taken_back_or_begun_again_is_the_same_thing():
    titles = ["Hủy bỏ hiệu lực bằng bảo hộ", "Đình chỉ hiệu lực bằng bảo hộ", "Phục hồi hiệu lực bằng bảo hộ"]
    assert list(groups(titles)) == [Group(3, "hiệu lực bằng bảo hộ", (BY_ACTION,))]


def test_one_name_for_several_cases_stands_together():
    titles = ["Cấp thẻ căn cước (cấp tỉnh)", "Thủ tục cấp thẻ căn cước", "Cấp lại thẻ căn cước"]
    (together,) = groups(titles)
    assert together == Group(3, "thẻ căn cước", (BY_ACTION, BY_CASE))


def test_only_neighbours_are_brought_together_so_that_the_order_stays():
    titles = ["Cấp thẻ căn cước", "Xác nhận cư trú", "Cấp lại thẻ căn cước"]
    assert [group.size for group in groups(titles)] == [1, 1, 1]


def test_a_thing_of_one_word_is_none():
    assert [group.thing for group in groups(["Thu hồi đất", "Đăng ký đất"])] == ["", ""]


def test_what_is_no_procedure_stands_alone():
    assert list(groups(["", "", "Cấp thẻ căn cước"])) == [Group(1)] * 3
    assert list(groups([])) == []
