"""Only what the fonts can draw gets to paper, and every Vietnamese text gets there whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paper.printable import printable
from vietnamese.spelling import clean


@pytest.mark.parametrize("text", ["ế ộ ữ Ẫ ỵ Đ đ", "„Bản” – “sao” … ½ m² ≥ 5 % → ☐ ✓", "Ð", "a\nb", "50.000₫ · 1022"])
def test_vietnamese_and_ordinary_signs_stay(text):
    assert printable(text) == clean(text)


#: What Word's lists begin with, in Symbol and Wingdings; the first six are all that the real catalogue has.
SIGNS = "\uf0fc\uf076\uf0a7\uf02d\uf02b\uf097\uf0b7\uf0d8\uf0e0\uf06e\uf071\uf0a8\uf0fe\uf0af\uf0f0\uf046"


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_of_words_symbol_fonts_is_the_same_bullet_on_a_page_and_on_paper(sign):
    assert clean(f"{sign} Giấy tờ") == printable(f"{sign} Giấy tờ") == "• Giấy tờ"


def test_what_no_font_draws_is_shown_as_a_box():
    assert printable("漢 😀 \ue000") == "□ □ □"


@pytest.mark.parametrize("text", ["\0\x07", "\u200e\u202e", "\u20f0"])
def test_what_cannot_be_seen_is_left_out(text):
    assert printable(f"a{text}b") == "ab"


@given(st.text(st.characters()))
def test_it_takes_any_text_and_changes_nothing_the_second_time(text):
    assert printable(printable(text)) == printable(text)
