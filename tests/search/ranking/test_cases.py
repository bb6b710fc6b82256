"""Which case of a matter is meant."""

import pytest

from search.ranking.action_and_case import by_action_and_case
from search.ranking.cases import AskedCase, cases_of
from vietnamese.ages import OLDEST
from vietnamese.fold import fold

ADULT, CHILD = "Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên", "Cấp thẻ căn cước cho người dưới 14 tuổi"
PROVINCE, MINISTRY = (
    "Khóa căn cước điện tử (thực hiện tại cấp tỉnh)",
    "Khóa căn cước điện tử (thực hiện tại cấp trung ương)",
)
PERSON, ORGANISATION = "Chuyển mục đích sử dụng rừng đối với cá nhân", "Chuyển mục đích sử dụng rừng đối với tổ chức"


@pytest.mark.parametrize(
    ("title", "span"),
    [
        (ADULT, (14, OLDEST)),
        (CHILD, (0, 13)),
        ("Hỗ trợ người từ đủ 16 tuổi đến dưới 18 tuổi", (16, 17)),
        ("Cấp thẻ cho trẻ em dưới 6 tuổi", (0, 5)),
        ("Công nhận tuổi nghề cơ yếu", None),
    ],
)
def test_a_name_says_the_ages_that_it_is_for(title, span):
    assert cases_of(title)[1] == span


@pytest.mark.parametrize(
    ("text", "meant", "other"),
    [
        ("làm căn cước cho con 14 tuổi", ADULT, CHILD),
        ("căn cước cho bé sáu tuổi", CHILD, ADULT),
        ("lên công an tỉnh khóa căn cước", PROVINCE, MINISTRY),
        ("khóa căn cước tại cục cảnh sát", MINISTRY, PROVINCE),
        ("công ty chuyển mục đích rừng", ORGANISATION, PERSON),
        ("cá nhân chuyển mục đích rừng", PERSON, ORGANISATION),
    ],
)
def test_of_twins_the_one_is_worth_more_whose_case_was_asked(text, meant, other):
    for typed in (text, fold(text)):
        assert by_action_and_case(typed)(meant) > by_action_and_case(typed)(other)


def test_who_says_nothing_of_a_case_may_mean_any():
    assert not AskedCase("làm căn cước")
    assert AskedCase("làm căn cước").points(ADULT) == AskedCase("làm căn cước").points(CHILD) == 0.0


@pytest.mark.parametrize(
    "text", ["xin bộ hồ sơ", "ra bộ phận một cửa hỏi", "xin so ho ngheo", "con toi o xa", "bảo hiểm xã hội", "ở sở hữu"]
)
def test_what_only_sounds_like_a_level_is_none(text):
    assert not AskedCase(text)


def test_a_name_that_says_nothing_of_a_case_is_for_all():
    assert AskedCase("căn cước cho con 14 tuổi").points("Cấp lại thẻ căn cước") == 0.0


@pytest.mark.parametrize(
    "title", ["Cấp giấy phép bay (cấp Bộ)", "Cấp giấy phép bay thuộc thẩm quyền của Bộ Quốc phòng"]
)
def test_a_name_says_the_ministry_by_its_level_and_by_whose_right_it_is(title):
    assert cases_of(title)[0]["level"] == {"ministry"}


def test_a_story_of_many_words_says_less_of_a_case_than_a_short_question():
    short = "lên công an tỉnh khóa căn cước"
    story = f"{short} {' '.join(['chuyện'] * 54)}"
    assert AskedCase(short).points(MINISTRY) < AskedCase(story).points(MINISTRY) < 0.0
