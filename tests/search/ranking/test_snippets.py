"""Snippets: the original spelling, marked, escaped, cut at words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.query import take_apart
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
