"""Snippets: the original spelling, marked, escaped, cut at words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.query import take_apart
from search.ranking.snippets import highlighted
from search.ranking.snippets import snippet as plain_snippet


def snippet(text: str, asked: str) -> str:
    """The snippet for a question as typed."""
    return plain_snippet(text, take_apart(asked).words)


@pytest.mark.parametrize("asked", ["khai sinh", "KHAI SINH", "thủ tục khai sinh là gì"])
def test_a_folded_match_marks_the_original(asked):
    assert snippet("Nộp tờ KHAI SINH tại xã.", asked) == "Nộp tờ <mark>KHAI SINH</mark> tại xã."


def test_marks_in_the_text_do_not_shift_the_marking():
    assert snippet("Đơn  hoà giải đất\u0302\u0301 đai", "hoa giai") == "Đơn <mark>hoà giải</mark> đất\u0302\u0301 đai"
    assert snippet("ho\u0300a gia\u0309i", "hòa") == "<mark>hòa</mark> giải"


def test_only_whole_words_are_marked():
    assert snippet("khai khaiz", "khai") == "<mark>khai</mark> khaiz"


def test_the_window_is_where_most_of_the_question_is():
    text = "sinh " + "chữ " * 300 + "giấy khai sinh bản chính " + "chữ " * 300
    found = snippet(text, "khai sinh")
    assert "<mark>khai sinh</mark>" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) < 300


def test_everything_from_the_text_is_escaped():
    assert snippet('<script>khai</script> & "x"', "khai script").count("<") == 6
    assert "<script>" not in snippet("<script>khai</script>", "script")


def test_nothing_gives_nothing():
    assert snippet("", "khai") == ""
    assert snippet("Không khớp", "") == "Không khớp"


@given(st.text(), st.text())
def test_any_text_gives_safe_html(text, asked):
    assert "<" not in re.sub("</?mark>", "", snippet(text, asked))


def test_marks_that_were_typed_bind():
    asked = take_apart("bán thuốc")
    assert highlighted("ban hành, bán, bản", asked.words, asked.marked) == "ban hành, <mark>bán</mark>, bản"
    assert highlighted("ban thuoc tay", asked.words, asked.marked) == "<mark>ban thuoc</mark> tay"
    unmarked = take_apart("ban")
    assert highlighted("bán, bản", unmarked.words, unmarked.marked).count("<mark>") == 2


def lit(text: str, question: str) -> str:
    """The text with what is lit up in it for a question, as a page does it."""
    asked = take_apart(question)
    return highlighted(text, asked.words, asked.marked, asked.pairs)


def test_in_a_question_of_many_words_a_syllable_is_lit_up_beside_its_own_neighbour_alone():
    question = "lon chet dich xin tien den bu"
    assert lit("Phương tiện giao dịch đến bù", question) == "Phương tiện giao dịch <mark>đến bù</mark>"
    assert lit("Tiền đền bù", question) == "<mark>Tiền đền bù</mark>"
    assert lit("Lợn bị dịch", question) == "Lợn bị dịch"


def test_what_is_a_word_by_itself_is_lit_up_anywhere():
    assert "<mark>CT01</mark>" in lit("Tờ khai CT01", "dang ky tam tru mau ct01 moi")
    assert lit("Đơn về diều", "diều") == "Đơn về <mark>diều</mark>"


def test_in_a_question_of_up_to_three_words_each_tells_by_itself():
    assert lit("Lợn bị dịch", "lon chet dich") == "<mark>Lợn</mark> bị <mark>dịch</mark>"
    assert lit("Lợn bị dịch", "lon chet dich benh") == "Lợn bị dịch"
