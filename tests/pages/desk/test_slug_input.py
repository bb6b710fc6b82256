"""What the desk's box for an address does to Vietnamese letters in the browser."""

import json
import re
import unicodedata

from pages.desk.slug_input import FORMATTERS, SlugInput
from vietnamese.fold import fold

LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"


def formatted(text: str) -> str:
    """What the browser makes of it; the patterns are plain enough to mean the same there and here."""
    for pattern, replacement in FORMATTERS:
        text = re.sub(pattern, replacement, text)
    return text


def test_every_letter_becomes_the_one_that_addresses_use():
    for letter in LETTERS + LETTERS.upper():
        assert formatted(letter) == fold(letter), letter


def test_letters_in_pieces_too():
    assert formatted(unicodedata.normalize("NFD", "Đất đai, Nguyễn, ướt")) == "dat dai, Nguyen, uot"


def test_the_widget_hands_the_patterns_to_wagtails_script():
    patterns = json.loads(SlugInput().attrs["data-w-slug-formatters-value"])
    assert [["[đĐðÐ]", "gu"], "d"] in patterns
