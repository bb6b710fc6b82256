"""What somebody pastes from Word becomes a list of phrases; a number of a person is told, and not said again."""

import pytest

from pages.phrases.lines import LONGEST_PHRASE, about_phrases, phrases_of, without_lead


@pytest.mark.parametrize(
    ("pasted", "phrases"),
    [
        ("• thuê diều\n•\tthuê   sáo", ("thuê diều", "thuê sáo")),
        ("\uf0b7 mất thẻ\r\n- rách thẻ\n– – hỏng thẻ", ("mất thẻ", "rách thẻ", "hỏng thẻ")),
        ("1. mất thẻ\n2) rách thẻ\na) hỏng thẻ\no\tcũ thẻ", ("mất thẻ", "rách thẻ", "hỏng thẻ", "cũ thẻ")),
        ("Thuê diều\nthuê diều\n\n thuê\u200b diều ", ("Thuê diều",)),
        ("-\n•", ("-", "•")),
        ("115\no tô diều\n2 con diều", ("115", "tô diều", "2 con diều")),
        ("", ()),
    ],
)
def test_a_pasted_list_is_phrases_alone(pasted, phrases):
    assert phrases_of(pasted) == phrases
    assert phrases_of("\n".join(phrases)) == phrases


def test_a_phrase_that_is_too_long_or_holds_somebodys_number_is_told():
    assert list(about_phrases(["mất thẻ", "gọi 115"])) == []
    (long,) = about_phrases(["a" * (LONGEST_PHRASE + 1)])
    assert f"có {LONGEST_PHRASE + 1} ký tự, nhiều nhất là {LONGEST_PHRASE}" in long
    (told,) = about_phrases(["mất thẻ", "anh Bảy số 0912 345 678 hỏi"])
    assert "Dòng 2" in told
    assert "0912" not in told


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Dùng khi muốn thả diều.", "muốn thả diều"),
        ("DÙNG KHI: dùng khi muốn thả diều", "muốn thả diều"),
        ("muốn thả\tdiều", "muốn thả diều"),
        ("", ""),
    ],
)
def test_a_sentence_goes_on_from_its_lead_and_does_not_say_it_again(typed, kept):
    assert without_lead(typed, "Dùng khi") == kept
