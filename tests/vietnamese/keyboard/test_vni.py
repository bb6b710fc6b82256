"""Words typed in VNI with the keyboard off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vietnamese.raw_typing import to_vni
from vietnamese.keyboard.vni import decode_vni
from vietnamese.syllables import TONES, toneless_syllables, with_tone

ANY_TEXT = st.text(st.characters(codec=None))
KEYS = st.text("aeiouydngthc0123456789", max_size=10)
SYLLABLES = st.builds(with_tone, st.sampled_from(sorted(toneless_syllables())), st.sampled_from(sorted(TONES)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("d9a8ng", "đăng"),
        ("dang98", "đăng"),
        ("ky1", "ký"),
        ("d9u7o7ng2", "đường"),
        ("duong972", "đường"),
        ("kha63u", "khẩu"),
        ("ta10", "ta"),
        ("D9A8NG", "ĐĂNG"),
        ("D9o3", "Đỏ"),
    ],
)
def test_a_word_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert decode_vni(typed) == meant


@pytest.mark.parametrize("word", ["", "h2o", "H37", "1a", "a66", "a11", "cap2", "b2", "đ1", "2018", "9d", "x" * 99])
def test_keys_that_make_no_syllable_mean_nothing(word: str) -> None:
    assert decode_vni(word) is None


@given(SYLLABLES, st.sampled_from(["end", "vowel"]))
def test_every_syllable_survives_being_typed(word: str | None, tone_at) -> None:
    assert word is None or decode_vni(to_vni(word, tone_at)) == word


@given(ANY_TEXT | KEYS)
def test_anything_can_be_read(word: str) -> None:
    assert decode_vni(word) is None or word.isascii()
