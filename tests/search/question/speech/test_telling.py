"""Whether a question tells what is wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.speech.telling import is_unheard_of, tells_nothing
from vietnamese.fold import fold


@pytest.mark.parametrize(
    "text", ["a", "..", "1", "12", "xin chào", "thủ tục", "hồ sơ?", "chào anh chị, cho em hỏi với ạ", "ở đâu", ""]
)
def test_letters_small_numbers_politeness_and_what_every_question_says_tell_nothing(text):
    assert tells_nothing(text)
    assert tells_nothing(fold(text))


@pytest.mark.parametrize(
    "text", ["khai sinh", "đất", "1.001193", "61/2018", "115", "CT01", "5g", "abc", "xe", "cho em hỏi về đất"]
)
def test_a_word_a_code_or_a_number_that_is_called_tells_something(text):
    assert not tells_nothing(text)


def test_a_few_letters_that_no_name_has_are_unheard_of():
    def of_names(word: str) -> int:
        return int(word in {"gps", "pin"})

    assert is_unheard_of("abc", of_names)
    assert is_unheard_of("xin abc ở đâu", of_names)
    for heard in ("gps", "thẻ abc", "ct01", "facebook"):
        assert not is_unheard_of(heard, of_names)


@given(st.text())
def test_what_tells_nothing_tells_no_more_with_politeness_around_it(text):
    if tells_nothing(text):
        assert tells_nothing(f"cho tôi hỏi {text} ạ")
