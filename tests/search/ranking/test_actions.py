"""What is to be done with a paper, as names and as questions say it."""

import pytest

from search.ranking.actions import FIRST, action_points, actions_of, asked_actions
from vietnamese.fold import fold


@pytest.mark.parametrize(
    ("title", "actions"),
    [
        ("Cấp thẻ căn cước", {FIRST}),
        ("Cấp mới giấy phép hành nghề", {FIRST}),
        ("Thủ tục cấp lại thẻ căn cước", {"again"}),
        ("Cấp đổi thẻ căn cước", {"change"}),
        ("Gia hạn giấy phép xây dựng", {"longer"}),
        ("Cấp, cấp lại, gia hạn giấy phép", {FIRST, "again", "longer"}),
        ("Thu hồi giấy phép bán rượu", {"end"}),
        ("Tạm ngừng kinh doanh", {"pause"}),
        ("Cấp bản sao trích lục hộ tịch", {"copy"}),
    ],
)
def test_a_name_says_its_actions(title, actions):
    assert actions_of(title) == actions


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("mất căn cước", "again"),
        ("sổ đỏ nhà em bị rớt đâu rồi", "again"),
        ("bằng lái bị rách", "again"),
        ("hộ chiếu của tôi mất", "again"),
        ("bị làm mất hộ chiếu", "again"),
        ("giấy khai sinh ghi sai ngày", "change"),
        ("đổi tên trong giấy phép", "change"),
        ("giấy phép sắp hết hạn", "longer"),
        ("đóng cửa quán", "end"),
        ("quán nghỉ bán luôn", "end"),
        ("tạm nghỉ bán vài tháng", "pause"),
        ("mở lại quán", "resume"),
        ("xin bản sao giấy khai sinh", "copy"),
    ],
)
def test_people_say_actions_in_words_of_their_own_with_marks_or_without(text, action):
    assert action in asked_actions(text)
    assert action in asked_actions(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "bố mất có được tiền tuất không",
        "mất bao lâu thì có",
        "mất tiền không",
        "mua sữa bò",
        "thoi gian cap",
        "làm hộ chiếu mất mấy ngày",
        "lam ho chieu mat bao lau",
        "làm thẻ căn cước mất khoảng bao nhiêu",
        "giấy tờ đất của bố mất",
        "lam giay khai sinh roi nhap ho khau",
        "làm giấy khai sinh rồi nhập hộ khẩu",
    ],
)
def test_what_only_sounds_like_an_action_is_none(text):
    assert asked_actions(text) == frozenset()


def test_of_twins_the_one_is_worth_more_that_does_what_was_asked():
    first, again, longer = "Cấp thẻ căn cước", "Cấp lại thẻ căn cước", "Gia hạn thẻ căn cước"
    lost, nothing = asked_actions("mất căn cước"), asked_actions("làm căn cước")
    assert action_points(again, lost, 3) > action_points(first, lost, 3) > action_points(longer, lost, 3)
    assert action_points(first, nothing, 3) > action_points(again, nothing, 3) == action_points(longer, nothing, 3)


def test_a_story_of_many_words_says_less_of_an_action_than_a_short_question():
    lost = asked_actions("mất căn cước")
    assert action_points("Cấp lại thẻ căn cước", lost, 3) > action_points("Cấp lại thẻ căn cước", lost, 60) > 0


@pytest.mark.parametrize("said", ["ngừng bán ít lâu", "đóng cửa quán mấy tháng", "nghỉ kinh doanh một thời gian"])
@pytest.mark.parametrize("typed", [str, fold])
def test_who_shuts_for_a_while_does_not_shut_for_good(said, typed):
    assert asked_actions(typed(said)) == {"pause"}
    assert "end" in asked_actions(typed("đóng cửa quán luôn"))
