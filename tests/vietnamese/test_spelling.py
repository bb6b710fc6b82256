"""What the repair of Vietnamese text promises, and the one spelling words are compared by."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.spelling import clean, exact, repairs, squeeze

ANY_TEXT = st.text(st.characters(codec=None))
# The letters, marks and odd characters that can meet, far more often than chance would let them.
TANGLED_TEXT = st.text(
    "qouaeynhHTİΣσ ÐðđÀàÁáỏýỳ" + "\u0300\u0301\u0302\u0323\u0331\u05b0" + "\u200b\xad\xa0\r\n\x00\ud800"
)
TEXTS = ANY_TEXT | TANGLED_TEXT


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_a_name_from_a_mac_is_composed() -> None:
    assert clean(decomposed("Đăng ký kết hôn")) == "Đăng ký kết hôn"


def test_what_the_eye_cannot_see_is_removed() -> None:
    assert clean("\ufeffhộ\u200b tịch\u200e \u2060đất\xad đai") == "hộ tịch đất đai"
    assert clean("\u202acấp\u202c \u2066xã\u2069\u061c") == "cấp xã"


def test_a_mark_parted_from_its_letter_by_an_invisible_character_is_joined_again() -> None:
    assert clean("ha\u200b\u0300") == "hà"


def test_eth_becomes_the_vietnamese_letter() -> None:
    assert clean("QÐ-UBND, ðất") == "QĐ-UBND, đất"


def test_control_characters_are_removed_but_tabs_stay() -> None:
    assert clean("mã\x00 số\x1b\t\x7f12\x9f") == "mã số\t12"


def test_half_a_character_becomes_the_replacement_character() -> None:
    assert clean("a\ud800b\udfff") == "a\ufffdb\ufffd"


def test_every_space_becomes_an_ordinary_one_and_none_is_lost() -> None:
    assert clean("một\xa0\u202fhai\u3000ba  bốn") == "một  hai ba  bốn"


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_one_line_feed(line_end: str) -> None:
    assert clean(f"Bước 1{line_end}Bước 2") == "Bước 1\nBước 2"


def test_good_text_is_given_back_unchanged() -> None:
    text = "Cấp giấy chứng nhận “quyền sử dụng đất” – lần đầu;\n\tmức 20.000 đồng/m²"
    assert clean(text) is text


def test_squeezing_puts_a_name_on_one_line() -> None:
    assert squeeze("  Ủy ban\r\n\tnhân\xa0 dân ") == "Ủy ban nhân dân"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Đăng ký", ()),
        (decomposed("ký"), ("nfc",)),
        ("hộ\u200btịch", ("zero_width",)),
        ("QÐ", ("d_stroke",)),
        ("nƣớc", ("oi",)),
        ("\uf0fc\tGiấy tờ", ("bullet",)),
        ("a\x00", ("control",)),
        ("\ud800", ("control",)),
        ("a\xa0b", ("space",)),
        ("a\r\nb", ("space",)),
        ("\u2000", ("space",)),
        ("a\u200b\u0300 \x00Ð\xa0", ("nfc", "zero_width", "d_stroke", "control", "space")),
    ],
)
def test_a_report_can_say_what_was_repaired(text: str, kinds: tuple[str, ...]) -> None:
    assert repairs(text) == kinds


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("hoà", "hòa"),
        ("HOÁ ĐƠN", "hóa đơn"),
        ("khoẻ", "khỏe"),
        ("Thuỷ", "thủy"),
        ("uỷ ban", "ủy ban"),
        ("tuỳ, tuý; luỹ. huỷ", "tùy, túy; lũy. hủy"),
        ("khoá1", "khóa1"),
        ("hoá_chất", "hóa_chất"),
        ("hòan thành", "hoàn thành"),
        ("thóat nước", "thoát nước"),
        ("hùynh", "huỳnh"),
        ("qúy", "quý"),
        (decomposed("hoà"), "hòa"),
    ],
)
def test_the_tone_is_in_one_place_however_it_was_typed(typed: str, compared: str) -> None:
    assert exact(typed) == compared


@pytest.mark.parametrize(
    "words",
    [
        "hòa thủy khỏe tòa túy",
        "hoàn toán hoạch khoản khoái ngoài xoáy thoại oái oẳn boong",
        "khoét ngoẻo",
        "thuyền nguyễn uyển huỳnh khuỷu huýt",
        "quý quỹ quỳ quỵ quýt quỷ quả quá què quét",
        "giỏ già giữ của mùa",
    ],
)
def test_a_tone_in_its_place_stays_there(words: str) -> None:
    assert exact(words) == words


def test_no_letter_changes_the_number_of_characters() -> None:
    assert exact("İSTANBUL hoà") == "istanbul hòa"
    assert exact("İ\u0300") == "İ\u0300"
    assert exact("H\u0331") == "H\u0331"  # a small h and this mark would be one character


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(TEXTS)
def test_squeezing_twice_is_squeezing_once(text: str) -> None:
    once = squeeze(text)
    assert squeeze(once) == once


@given(TEXTS)
def test_the_form_to_compare_is_stable_and_keeps_positions(text: str) -> None:
    once = exact(text)
    assert exact(once) == once
    assert len(once) == len(clean(text))


@given(TEXTS)
def test_there_is_something_to_report_exactly_when_the_text_changes(text: str) -> None:
    assert bool(repairs(text)) == (clean(text) != text)
