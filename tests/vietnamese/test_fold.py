"""What folding promises to the search: plain letters, every one in its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.fold import fold, words
from vietnamese.spelling import clean, exact

ANY_TEXT = st.text(st.characters(codec=None))
TANGLED_TEXT = st.text(
    "qouaeyhHTİΣςσ ÐðĐđÀàÁáỏýỳǕſẛ" + "\u0300\u0301\u0302\u0323\u0331\u05b0" + "\u200b\xa0\r\n\x00\ud800"
)
TEXTS = ANY_TEXT | TANGLED_TEXT


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đăng ký kết hôn", "dang ky ket hon"),
        (unicodedata.normalize("NFD", "Quyền sử dụng đất"), "quyen su dung dat"),
        ("hoà hòa thuỷ thủy", "hoa hoa thuy thuy"),
        ("QÐ-UBND", "qd-ubnd"),
        ("ẴẶỄỘỠỰỸ", "aaeoouy"),
        ("Pétrus Çelik Müller", "petrus celik muller"),
        ("61/2018/NĐ-CP", "61/2018/nd-cp"),
    ],
)
def test_marks_and_capitals_disappear(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_match_in_the_folded_text_marks_the_clean_one() -> None:
    text = clean("Thủ tục İ đăng\u200b ký khai sinh")
    start = fold(text).index("dang ky")
    assert text[start : start + len("dang ky")] == "đăng ký"


def test_a_stray_mark_leaves_a_space_in_its_place() -> None:
    assert fold("x\u0301,") == "x ,"


def test_other_alphabets_lose_only_their_capitals() -> None:
    assert fold("ΣΟΦΌΣ Щит 中文") == "σοφός щит 中文"


def test_a_capital_that_cannot_be_small_with_its_mark_is_small_without_it() -> None:
    assert fold("H\u0331") == "h "
    assert fold("Ϊ\u0301") == "ϊ "


def test_words_are_letters_and_digits() -> None:
    assert words("Mã: 1.001193 – “Đăng_ký” (m²)") == ["ma", "1", "001193", "dang", "ky", "m²"]


def test_nothing_has_no_words() -> None:
    assert words(" …\n") == []


def test_every_letter_that_has_marks_folds_to_one_that_folds_no_further() -> None:
    for character in map(chr, range(0x1_1000)):
        folded = fold(character)
        assert len(folded) == len(clean(character))
        assert fold(folded) == folded == fold(exact(character))


@given(TEXTS)
def test_every_character_keeps_its_position(text: str) -> None:
    assert len(fold(text)) == len(clean(text))


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(TEXTS)
def test_texts_that_compare_equal_fold_equal(text: str) -> None:
    assert fold(exact(text)) == fold(text)


@given(TEXTS)
def test_no_mark_that_a_latin_letter_can_bear_remains(text: str) -> None:
    assert not any(unicodedata.combining(character) for character in fold(text) if character < "\u3000")


@given(TEXTS)
def test_words_hold_nothing_but_letters_and_digits(text: str) -> None:
    assert all(word.isalnum() for word in words(text))
