"""What of a question says nothing, and what may be half of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.query import take_apart
from search.question.speech.noise import HALF, NOTHING, TELLS, noise
from search.question.terms import folded_line
from vietnamese.fold import fold
from vietnamese.spelling import exact

SPEAKERS = ("tôi", "em", "con", "cháu", "tui", "mình")
HEARERS = ("anh", "cô", "bác", "ông", "anh chị")


def heard(text: str) -> bytearray:
    text = exact(text)
    return noise(text, folded_line(text))


@pytest.mark.parametrize(
    "said",
    [
        *(f"cho {me} hỏi" for me in SPEAKERS),
        *(f"{you} ơi" for you in HEARERS),
        "làm sao",
        "ở đâu",
        "bao nhiêu",
        "bao lâu",
        "có phải xin phép không",
        "mần răng",
        "ở chỗ mô",
        "giấy tờ gì",
        "cảm ơn",
    ],
)
def test_what_is_only_said_in_asking_is_no_half_of_a_pair_either(said):
    for text in (f"{said} khai sinh", f"khai sinh {said}"):
        for typed in (text, fold(text)):
            assert take_apart(typed).pairs == ("khai_sinh",)
            assert take_apart(typed).words == ("khai", "sinh")


def test_kinship_is_left_out_where_it_speaks_or_is_spoken_to_and_stays_where_it_is_the_matter():
    assert "bac" not in take_apart("bác ơi đăng ký khai tử").words
    assert "me" in take_apart("mẹ mất thì đăng ký khai tử").words
    assert {"cha_me", "me_con"} <= set(take_apart("đăng ký nhận cha mẹ con").pairs)
    assert "con_nuoi" in take_apart("nhận con nuôi").pairs


def test_what_may_be_half_of_a_word_makes_pairs():
    assert "cho_thue" in take_apart("cho thuê đất").pairs
    assert take_apart("hồ sơ mời thầu").pairs == ("so_moi", "moi_thau")


@pytest.mark.parametrize("text", ["căn cước", "can cuoc", "răng hàm mặt", "mỏ đá", "chữ ký", "giấy chứng nhận"])
def test_words_of_names_tell_something(text):
    assert set(heard(text)) == {TELLS}


@given(st.text())
def test_each_letter_of_any_text_is_told_what_it_is(text):
    assert set(heard(text)) <= {TELLS, HALF, NOTHING}
    assert len(heard(text)) == len(exact(text))


@pytest.mark.parametrize(
    "text", ["nghị định 61/2018/NĐ-CP", "thông tư số 61/2018/TT-BTC", "NĐ 61/2018", "61/2018/ND-CP"]
)
def test_the_kind_and_the_sign_of_a_law_tell_nothing_beside_its_number(text):
    assert take_apart(f"{text} tách thửa").words == ("61", "2018", "tach", "thua")


def test_a_decree_of_which_no_number_is_said_tells_something():
    assert "nghi" in take_apart("nghị định về đất đai").words


def test_a_form_of_a_number_is_no_kindergarten():
    assert take_apart("mẫu số 21 tách thửa").words == ("21", "tach", "thua")
    assert "mau" in take_apart("trường mẫu giáo").words
