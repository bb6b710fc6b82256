"""The ruler by which the desk's language is measured."""

import pytest

from tests.browser.syllables import foreign_words


@pytest.mark.parametrize(
    "text", ["Nghiêng ngả, khuỷu tay, quyền, giữ gìn", "Thủ tục đăng ký khai sinh", "UBND xã", "QR"]
)
def test_vietnamese_passes(text):
    assert foreign_words(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [("Save draft", "Save"), ("Exploring: Danh mục", "Exploring"), ("Images", "Images"), ("Type", "Type")],
)
def test_english_is_found(text, word):
    assert word in foreign_words(text)
