"""What counts as a Vietnamese syllable, with and without marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.fold import fold
from vietnamese.spelling import exact
from vietnamese.syllables import TONES, is_plain_syllable, is_syllable, toneless_syllables, with_tone

ANY_TEXT = st.text(st.characters(codec=None))
TONELESS = st.sampled_from(sorted(toneless_syllables()))


@pytest.mark.parametrize(
    "words",
    [
        "đăng ký kết hôn khai sinh hộ tịch quyền sử dụng đất",
        "nghiêng ngoằn ngoèo khuỷu tay xoáy giếng nước gì gìn giữ giường",
        "quốc quyết quý quà huỳnh thuở huơ khuya ướp yếu ỉa uống",
        "hòa hoà thủy thuỷ khỏe khoẻ",
        "xe buýt thùng phuy khăn voan nồi xoong bắc kạn kon tum đắk lắk",
    ],
)
def test_what_people_write_is_a_syllable(words: str) -> None:
    assert [word for word in words.split() if not is_syllable(word)] == []


@pytest.mark.parametrize(
    "words",
    [
        "bat kêt khac",  # a stop without its tone
        "bàt kểt khãc",  # a stop with a tone it never has
        "ngiêng nghà kò cè gê qân",  # the wrong letter of a sound
        "kêts dd fax web zalo visa internet form",
        "thúê đấý quýêt",  # a tone in the wrong place, or two
        "moang voen",  # rounded after the lips
        "1 a1 - ",
    ],
)
def test_what_nobody_can_say_is_none(words: str) -> None:
    assert [word for word in words.split() if is_syllable(word)] == []
    assert not is_syllable("")


def test_without_marks_some_marking_is_enough() -> None:
    assert all(map(is_plain_syllable, ["dang", "ky", "ket", "bat", "nghieng", "quoc"]))
    assert not any(map(is_plain_syllable, ["kets", "đat", "ddat", "ngieng", "form", "", "a1"]))


@given(TONELESS, st.sampled_from(sorted(TONES)))
def test_a_syllable_with_its_tone_is_one_and_stays_one_when_folded(toneless: str, tone: str) -> None:
    word = with_tone(toneless, tone)
    assert word is None or (is_syllable(word) and is_plain_syllable(fold(word)) and exact(word) == word)


@given(TONELESS)
def test_every_syllable_can_be_said_in_some_tone(toneless: str) -> None:
    assert with_tone(toneless, "s")


@given(ANY_TEXT)
def test_anything_can_be_asked_about(text: str) -> None:
    assert is_syllable(text) in (True, False)
    assert is_plain_syllable(text) in (True, False)
