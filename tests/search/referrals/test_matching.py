"""An answer of what is done elsewhere is called for by a question that says it whole, and by no other."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.referrals.matching import MOST_WORDS, Referrals, is_beside_a_better, words_of_name
from search.referrals.reading import Referral
from vietnamese.days import Span
from vietnamese.fold import fold

ON = datetime.date(2026, 11, 30)
KITE = Referral("Diều hỏng", "Thợ vá.", "Xưởng", names=("diều hỏng", "diều bị rách cánh", "sửa diều giấy", "d115"))
HALL = Referral("Xưởng diều", "Xưởng mở cửa.", "Xưởng", names=("xưởng thả diều",))
WATER = Referral("Mất nước", "Gọi công ty nước.", "Công ty nước", names=("mất nước", "mất nước máy nhà"))
BOTH = Referrals([KITE, HALL, WATER])


def called(text: str, referrals: Referrals = BOTH) -> str:
    found = referrals.called(text, ON)
    return found.referral.title if found else ""


@pytest.mark.parametrize(
    "text", ["diều hỏng", "Dieu hong", "con diều hỏng thì sao ạ", "chồng em có cái diều hỏng gọi ai"]
)
def test_it_is_called_for_with_marks_and_without_and_whoever_asks(text):
    assert called(text) == "Diều hỏng"


@pytest.mark.parametrize("text", ["điều hỏng", "diều hồng", "dieu hông"])
def test_typed_marks_bind(text):
    assert called(text) == ""


@pytest.mark.parametrize("text", ["diều", "hỏng", "diều rách", "nước", ""])
def test_a_word_may_not_be_missing(text):
    assert called(text) == ""


def test_what_the_question_says_besides_may_not_be_more_than_the_name():
    assert called("diều hỏng giấy khai sinh") == ""
    assert called("diều hỏng khung tre") == "Diều hỏng"
    assert called("diều hỏng khung tre già") == "Diều hỏng"  # "già" tells of no other matter
    assert called("diều hỏng khung tre xanh") == ""


def test_two_words_have_to_be_neighbours():
    assert called("người nhà mất ở nước ngoài") == ""
    assert called("cả xóm mất nước") == "Mất nước"


def test_two_words_stand_as_near_as_in_their_name():
    found = Referrals([Referral("Diều rơi", "", "", names=("nhặt được diều",))])
    assert called("em nhặt được diều", found) == "Diều rơi"
    assert called("nhặt cái được diều", found) == ""


def test_of_longer_names_one_telling_word_may_be_put_between():
    assert called("sửa lại diều giấy") == "Diều hỏng"
    assert called("sửa giấy diều") == "Diều hỏng"
    assert called("sửa khung tre diều giấy") == ""


def test_without_marks_the_order_of_the_name_counts():
    assert called("sua dieu giay") == "Diều hỏng"
    assert called("giay dieu sua") == ""


@pytest.mark.parametrize("text", ["mở xưởng thả diều", "xin phép xưởng thả diều", "trợ cấp xưởng thả diều"])
def test_who_sets_something_up_or_wants_an_allowance_asks_for_another_thing(text):
    assert called("xưởng thả diều") == "Xưởng diều"
    assert called(text) == ""


def test_of_two_that_are_said_the_one_that_says_most_is_called_for():
    two = Referrals(
        [Referral("Diều", "", "", names=("diều hỏng",)), Referral("Đuôi", "", "", names=("đuôi diều hỏng",))]
    )
    assert called("đuôi diều hỏng", two) == "Đuôi"


def test_a_long_story_calls_for_nothing():
    story = " ".join(f"tre{number}" for number in range(MOST_WORDS + 1))
    long = Referrals([Referral("Tre", "", "", names=(story,))])
    assert called(story, long) == ""
    assert (
        called(story.rpartition(" ")[0], Referrals([Referral("Tre", "", "", names=(story.rpartition(" ")[0],))]))
        == "Tre"
    )


def test_it_is_called_for_between_its_days():
    dated = Referrals([Referral("Diều", "", "", names=("diều hỏng",), span=Span(None, ON))])
    assert dated.called("diều hỏng", ON) is None
    assert dated.called("diều hỏng", ON - datetime.timedelta(days=1)) is not None


def test_a_name_that_tells_nothing_of_its_own_is_never_called_for():
    assert words_of_name("ở đâu vậy") == words_of_name("gọi ai") == ()
    assert [word.exact for word in words_of_name("115")] == ["115"]


def test_a_procedure_says_it_better_when_it_says_more_of_the_question():
    text = "diều hỏng khung tre"
    found = BOTH.called(text, ON)
    assert is_beside_a_better(found, text, ["thay khung tre cho diều"])
    assert not is_beside_a_better(found, text, ["thay khung diều"])
    assert not is_beside_a_better(found, text, ["khung tre diều của đoàn múa rồng hội đình làng đầu xuân"])


def test_none_says_a_question_better_that_is_said_whole():
    assert not is_beside_a_better(BOTH.called("diều hỏng", ON), "diều hỏng", ["diều hỏng"])


def test_names_go_on_from_what_was_typed():
    assert BOTH.beginning_with("diều h", ON, 5) == ["diều hỏng"]
    assert BOTH.beginning_with("mat nu", ON, 1) == ["mất nước"]
    assert BOTH.beginning_with("", ON, 5) == []


@given(st.text())
def test_any_text_is_taken(text):
    BOTH.called(text, ON)
    BOTH.beginning_with(text, ON, 2)


@given(st.sampled_from([name for each in (KITE, HALL, WATER) for name in each.names]), st.booleans())
def test_each_name_calls_for_its_answer(name, is_bare):
    assert called(fold(name) if is_bare else name) == next(e.title for e in (KITE, HALL, WATER) if name in e.names)


def spoken_of(text: str) -> str:
    found = BOTH.spoken_of(text, ON)
    return found.referral.title if found else ""


def test_details_that_other_names_of_the_answer_tell_are_no_other_matter():
    told = "diều hỏng cánh giấy rách dây"
    assert called(told) == ""
    assert spoken_of(told) == "Diều hỏng"
    assert spoken_of("diều hỏng khung tre xanh dây gai") == ""


def test_an_amount_of_money_tells_no_other_matter_and_another_number_does():
    assert called("diều hỏng khung tre 50 triệu") == "Diều hỏng"
    assert called("diều hỏng khung tre 2025 xanh") == ""


def test_who_asks_where_in_the_words_of_the_centre_opens_nothing():
    assert called("dieu hong mang cho mo") == "Diều hỏng"
    assert called("mo tiem dieu hong") == ""
