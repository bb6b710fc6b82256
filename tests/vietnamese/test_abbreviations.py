"""Abbreviations in questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.abbreviations import ABBREVIATIONS, spelled_out
from vietnamese.fold import fold
from vietnamese.spelling import exact
from vietnamese.syllables import is_plain_syllable, is_syllable

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("đk kết hôn", "đăng ký kết hôn"),
        ("dk ket hon", "đăng ký ket hon"),
        ("Đổi CCCD/CMND?", "đổi căn cước công dân/chứng minh nhân dân?"),
        ("gcn qsdd", "giấy chứng nhận quyền sử dụng đất"),
        ("TP.HCM", "thành phố.hồ chí minh"),
        ("theo NĐ-CP", "theo nghị định chính phủ"),
    ],
)
def test_an_abbreviation_is_spelled_out(typed: str, words: str) -> None:
    assert spelled_out(typed) == words


@pytest.mark.parametrize("text", ["61/2018/nđ-cp", "số 12/qđ-ubnd", "a@ubnd.gov.vn", "http://ubnd.vn", "cccdx", "đkx"])
def test_document_numbers_addresses_and_longer_words_stay(text: str) -> None:
    assert spelled_out(text) == text


def test_no_abbreviation_is_a_word() -> None:
    folded = {*ABBREVIATIONS, *map(fold, ABBREVIATIONS)}
    assert [short for short in folded if is_syllable(short) or is_plain_syllable(short)] == []


def test_all_words_are_spelled_as_they_are_compared() -> None:
    for short, words in ABBREVIATIONS.items():
        assert (exact(short), exact(words)) == (short, words)
        assert all(map(is_syllable, words.split()))


def test_no_two_abbreviations_read_alike_without_marks() -> None:
    assert len(set(map(fold, ABBREVIATIONS))) == len(ABBREVIATIONS)


@given(ANY_TEXT | st.lists(st.sampled_from(sorted(ABBREVIATIONS))).map(" ".join))
def test_spelling_out_twice_is_spelling_out_once(text: str) -> None:
    once = spelled_out(text)
    assert spelled_out(once) == once
