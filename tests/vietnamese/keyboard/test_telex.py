"""Words typed in Telex with the keyboard off."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.vietnamese.raw_typing import to_telex
from vietnamese.keyboard.telex import decode_telex
from vietnamese.spelling import exact
from vietnamese.syllables import TONES, toneless_syllables, with_tone

ANY_TEXT = st.text(st.characters(codec=None))
KEYS = st.text("aeiouydwsfrxjzngthc", max_size=10)
SYLLABLES = st.builds(with_tone, st.sampled_from(sorted(toneless_syllables())), st.sampled_from(sorted(TONES)))

# Loans that no Vietnamese rule spells. They are not syllables here, so that `coong` can be công.
KNOWN_FAILURES = {
    "a long o": "chooongf cooocs cooong looong mooocs sooocs sooong tooong tooongf",
    "a rhyme after qu that is only sounds (quoàng)": (
        "quoafng quoajng quoanfg quoangf quoangj quoanjg quoastw quoaswt quoatsw quoatws quoawst quoawts"
    ),
    "no syllable, and given back unchanged": "9 email gip gram ping teet tivi tout v xit",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng", "đăng"),
        ("dangf", "dàng"),
        ("dduwowngf", "đường"),
        ("dduongwf", "đường"),
        ("duongwfd", "đường"),
        ("nguoiwf", "người"),
        ("nguwowif", "người"),
        ("nhwng", "nhưng"),
        ("wngs", "ứng"),
        ("tw", "tư"),
        ("thuowr", "thuở"),
        ("chuaw", "chưa"),
        ("quawngs", "quắng"),
        ("hoaf", "hòa"),
        ("khoeor", "khoẻo"),
        ("quys", "quý"),
        ("gif", "gì"),
        ("giuwx", "giữ"),
        ("tasz", "ta"),
        ("tasf", "tà"),
        ("xooong", "xoong"),
        ("DDAWNG", "ĐĂNG"),
        ("DDawng", "Đăng"),
        ("Ddawng", "Đăng"),
    ],
)
def test_a_word_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert decode_telex(typed) == meant


@pytest.mark.parametrize(
    "word",
    [
        "",
        "was",
        "two",
        "form",
        "email",
        "tours",
        "tess",
        "aaa",
        "cccd",
        "dd",
        "đăng",
        "d9",
        "a b",
        "x" * 99,
    ],
)
def test_keys_that_make_no_syllable_mean_nothing(word: str) -> None:
    assert decode_telex(word) is None


@example("boòng", "end")
@given(SYLLABLES, st.sampled_from(["end", "vowel"]))
def test_every_syllable_survives_being_typed(word: str | None, tone_at) -> None:
    assert word is None or "oo" in normalize("NFD", word) or decode_telex(to_telex(word, tone_at)) == word


@given(ANY_TEXT | KEYS)
def test_anything_can_be_read(word: str) -> None:
    assert decode_telex(word) is None or word.isascii()


@pytest.mark.shared
def test_everything_a_keyboard_program_is_tested_with_is_read_but_for_known_loans(shared_data: Path) -> None:
    lines = (shared_data / "lexicon" / "telex-pairs.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines]
    failures = {typed for typed, meant in pairs if decode_telex(typed) != exact(meant)}
    assert len(pairs) == 30_337
    assert failures == set(" ".join(KNOWN_FAILURES.values()).split())
