"""The order in which people expect to find Vietnamese names in a list."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.order import sort_key, sort_text
from vietnamese.spelling import squeeze

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    "in_order",
    [
        pytest.param(list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"), id="letters"),
        pytest.param(["ma", "mà", "mả", "mã", "má", "mạ"], id="tones"),
        pytest.param(list("êềểễếệ"), id="tones of a marked letter"),
        pytest.param(["đo", "Đo", "ĐO", "đò", "Đò"], id="capitals last"),
        pytest.param(["mạ", "mai", "mái", "mày"], id="letters before tones"),
        pytest.param(["ba", "bà", "ba lan"], id="tones only between the same letters"),
        pytest.param(["An Giang", "anh"], id="a space before any letter"),
        pytest.param(["10 ngày", "2 ngày", "An Giang"], id="digits before letters"),
        pytest.param(["ca", "ça lan", "cam"], id="a foreign letter with its plain one"),
        pytest.param(["ga", "ĝe", "gi"], id="a mark Vietnamese does not put on this letter"),
        pytest.param(["a", "a H\u0331", "z", "ø", "中"], id="other alphabets last"),
        pytest.param(["a b", "a-b", "a1", "ab"], id="spaces, signs, digits, letters"),
        pytest.param(["Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Điện Biên"], id="provinces"),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(in_order: list[str]) -> None:
    backwards = in_order[::-1]
    assert sorted(backwards, key=sort_key) == in_order


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("Thuỷ", "Thủy"), (" Hà\xa0 Nội", unicodedata.normalize("NFD", "Hà Nội"))],
)
def test_two_spellings_of_a_name_share_a_place(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


@given(st.lists(ANY_TEXT))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    once = sorted(texts, key=sort_key)
    assert sorted(once, key=sort_key) == once


@given(ANY_TEXT)
def test_each_part_of_the_key_has_an_entry_for_each_character(text: str) -> None:
    assert [len(part) for part in sort_key(text)] == [len(squeeze(text))] * 3


@given(st.lists(st.text(alphabet="aăâĐđêềểxyÝ 09")))
def test_as_text_they_sort_as_they_do_by_letters_and_tones(texts: list[str]) -> None:
    by_letters_and_tones = sorted(texts, key=lambda text: sort_key(text)[:2])
    assert [sort_key(text)[:2] for text in sorted(texts, key=sort_text)] == [
        sort_key(text)[:2] for text in by_letters_and_tones
    ]


@given(ANY_TEXT)
def test_as_text_they_are_digits_and_small_letters_that_no_rule_of_a_language_moves(text: str) -> None:
    assert set(sort_text(text)) <= set("0123456789abcdefghijklmnopqrstuvwxyz")
