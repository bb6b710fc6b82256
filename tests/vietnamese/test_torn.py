"""Syllables that a PDF has torn apart are joined; what stands whole stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.torn import joined, syllables_of

TEXTS = (
    "Cấp lại giấy phép vận tải đường bộ cho phương tiện của tổ chức, cá nhân",
    "Gia hạn thời gian lưu hành; đăng ký khai thác tuyến cố định, bổ sung hoặc thay thế",
    "Ti vi, máy phát hình: công bố hợp quy theo điểm b khoản 2",
)
KNOWN = syllables_of(TEXTS, at_least=1)
SYLLABLES = sorted(KNOWN)


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("Cấp, c ấp l ại Gi ấy phép v ận t ải", "Cấp, cấp lại Giấy phép vận tải"),
        ("khai thác tuy ến, b ổ sung", "khai thác tuyến, bổ sung"),
        ("(ho ặc thay th ế)", "(hoặc thay thế)"),
        ("phương ti ện c ủa cá nh ân", "phương tiện của cá nhân"),
        ("Thông tư số 16/2026/TT- BNV", "Thông tư số 16/2026/TT-BNV"),
        ("c á nhân", "cá nhân"),
    ],
)
def test_the_parts_of_a_syllable_are_joined(torn, whole):
    assert joined(torn, KNOWN).text == whole


def test_what_was_joined_is_told_as_it_stood():
    assert joined("v ận tải đư ờng bộ", KNOWN).joined == (("v ận", "vận"), ("đư ờng", "đường"))


@pytest.mark.parametrize("text", ["điểm b khoản 2", "ti vi", "Khoản 2 Điều 5 - công bố", "a b c", "", "TT-BNV"])
def test_letters_numbers_and_words_that_stand_alone_stay(text):
    assert joined(text, KNOWN).text == text
    assert joined(text, KNOWN).joined == ()


def test_two_words_that_could_be_one_stay_two():
    """Both are words: nobody can say that they are not meant so."""
    known = syllables_of(["ho hen", "an toàn", "hoan hô an"], at_least=1)
    assert joined("ho an toàn", known).text == "ho an toàn"


def test_a_slip_of_the_texts_themselves_is_no_syllable():
    assert syllables_of(["vận tải vận tải vậnn", "ải"]) == {"vận", "tải"}


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=12))
def test_a_text_of_whole_syllables_is_never_changed(syllables):
    text = " ".join(syllables)
    assert joined(text, KNOWN).text == text


@given(st.lists(st.tuples(st.sampled_from(SYLLABLES), st.integers(1, 6)), min_size=1, max_size=12))
def test_wherever_syllables_are_torn_into_what_is_no_word_they_come_back(cuts):
    torn = " ".join(_torn(syllable, place) for syllable, place in cuts)
    assert joined(torn, KNOWN).text == " ".join(syllable for syllable, _ in cuts)


@given(st.text(alphabet="abiênạc ộđ,.-/ 12", max_size=60))
def test_joining_again_changes_nothing(text):
    once = joined(text, KNOWN).text
    assert joined(once, KNOWN).text == once


def _torn(syllable: str, place: int) -> str:
    """Torn there, unless that leaves words only, or makes one with what stands beside it."""
    left, right = syllable[:place], syllable[place:]
    makes_another = any(left + word in KNOWN for word in SYLLABLES)
    return f"{left} {right}" if right and right not in KNOWN and not makes_another else syllable
