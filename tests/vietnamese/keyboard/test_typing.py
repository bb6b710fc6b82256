"""Whole texts: which were typed raw, and what must not be touched."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vietnamese.raw_typing import ToneAt, to_telex, to_vni
from vietnamese.fold import fold, words
from vietnamese.keyboard.typing import LOANS, as_meant
from vietnamese.spelling import exact
from vietnamese.syllables import TONES, toneless_syllables, with_tone

ANY_TEXT = st.text(st.characters(codec=None))
TANGLED_TEXT = st.text("adeoươuwsfrxjz19678 ./@-ĐD\u0301\u0302\u200b\x00\ud800")
SYLLABLES = st.builds(with_tone, st.sampled_from(sorted(toneless_syllables())), st.sampled_from(sorted(TONES)))
TONE_PLACES = st.sampled_from(["end", "vowel"])

ENGLISH = """
opening hours of the office|how to apply for a visa|car tax|his car was in a box|room for rent|beer box test
tours and test forms|has the bus been here|it is as cost as most|samsung galaxy box|new home loan|tax code
Microsoft Windows|Facebook login|passport renewal for us citizens|data center|license|see you soon in town
Peter Moore and Jack Dawson|James Bond|New York|Honda Wave RSX|toeic test|wifi free|good book store
"""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng kys keets hoon", "đăng ký kết hôn"),
        ("Ddawng Kys", "Đăng Ký"),
        ("thuees", "thuế"),
        ("hooj tichj", "hộ tịch"),
        ("d9a8ng ky1 ke6t1 ho6n", "đăng ký kết hôn"),
        ("so63 d9o3", "sổ đỏ"),
        ("CAAPS GIAAYS PHESP", "CẤP GIẤY PHÉP"),
        ("ddk keets hoon, CCCD cuar UBND", "đk kết hôn, CCCD của UBND"),
        ("quyeets ddinhj 61/2018/NDD-CP", "quyết định 61/2018/NĐ-CP"),
        ("thuees gias trij gia tawng 10%, max 1.001193", "thuế giá trị gia tăng 10%, mã 1.001193"),
        ("giaays phesp quans bar, taxi, karaoke", "giấy phép quán bar, taxi, karaoke"),
        ("(mootj) cuar/hai; baf mej", "(một) của/hai; bà mẹ"),
    ],
)
def test_a_raw_text_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert as_meant(typed) == meant


@pytest.mark.parametrize("text", [line for row in ENGLISH.split("\n") for line in row.split("|") if line])
def test_english_is_left_alone(text: str) -> None:
    assert as_meant(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "1.001193",
        "1.001193.000.00.00.H37",
        "61/2018/NĐ-CP",
        "61/2018/nd-cp",
        "QĐ-UBND",
        "nguyen.thuees@ddawng.vn",
        "https://ddawng.vn/thuees?q=keets",
        "cccd ubnd tthc đk CCCD UBND TTHC",
        "giay phep lai xe hang A1 B2",
        "so1 mau1 co2 CO2 H2O m3",
        "dang ky ket hon o phuong 7 quan 3",
        "đăng ký kết hôn với người tên Moon Dawn",
        "đăng ký thi test toeic",
        "thue xe taxi di quan bar",
        "kys",
        "",
        " \n",
    ],
)
def test_codes_addresses_abbreviations_and_plain_words_are_left_alone(text: str) -> None:
    assert as_meant(text) == text


def test_the_text_decides_about_a_word_that_could_be_either() -> None:
    assert as_meant("cos cost") == "cos cost"
    assert as_meant("cos thuees") == "có thuế"
    assert as_meant("xoong nhoom") == "xông nhôm"


def test_an_abbreviation_in_capitals_stays_in_a_text_that_is_not() -> None:
    assert as_meant("hooj chieeus ITS") == "hộ chiếu ITS"


def test_the_symbol_of_a_document_is_read_in_any_text() -> None:
    assert as_meant("theo 61/2018/NDD-CP") == "theo 61/2018/NĐ-CP"
    assert as_meant("61/2018/nd9-cp") == "61/2018/nđ-cp"
    assert as_meant("HDD 500") == "HDD 500"


@given(st.lists(SYLLABLES.filter(bool), min_size=1, max_size=12), TONE_PLACES, st.sampled_from([to_telex, to_vni]))
def test_words_typed_raw_come_back_and_codes_between_them_survive(
    said: list[str], tone_at: ToneAt, typed: Callable[[str, ToneAt], str]
) -> None:
    # "oo" is typed otherwise, and "bus" (bú) is a word that people mean as it stands
    plain = (word for word in said if "oo" not in fold(word) and typed(word, tone_at) not in LOANS)
    text = " ".join(["đường", *plain, "1.001193", "61/2018/QH14", "UBND", "7"])
    assert as_meant(typed(text, tone_at)) == text


@given(st.lists(SYLLABLES.filter(bool)))
def test_syllables_with_or_without_marks_are_left_alone(said: list[str]) -> None:
    text = " ".join(said)
    assert as_meant(text) == text
    assert as_meant(fold(text)) == fold(text)


@given(ANY_TEXT | TANGLED_TEXT)
def test_any_text_can_be_read(text: str) -> None:
    meant = as_meant(text)
    assert len(meant) <= len(text)


@pytest.fixture(scope="module")
def names() -> Callable[[Path], list[str]]:
    """Reads the real names of procedures, cleaned and with the tone in today's place."""

    def read(shared_data: Path) -> list[str]:
        with gzip.open(shared_data / "procedures" / "national-2026-07.jsonl.gz", "rt", encoding="utf-8") as lines:
            return [exact(json.loads(line)["Tên thủ tục"]) for line in lines]

    return read


@pytest.mark.shared
def test_no_real_name_is_damaged_whole_or_by_words_with_marks_or_without(
    shared_data: Path, names: Callable[[Path], list[str]]
) -> None:
    real = names(shared_data)
    texts = {*real, *map(fold, real), *(word for name in real for word in name.split())}
    assert [text for text in texts if as_meant(text) != text] == []


@pytest.mark.shared
@pytest.mark.parametrize("tone_at", ["end", "vowel"])
@pytest.mark.parametrize("typed", [to_telex, to_vni])
def test_nearly_every_real_name_typed_raw_comes_back_whole(
    shared_data: Path,
    names: Callable[[Path], list[str]],
    typed: Callable[[str, ToneAt], str],
    tone_at: ToneAt,
) -> None:
    # Not: foreign names (nơtron), two words run together, and words the source misspells (đƣợc, nghành).
    real = names(shared_data)
    whole = sum(words(as_meant(typed(name, tone_at))) == words(name) for name in real)
    assert whole / len(real) >= 0.99
