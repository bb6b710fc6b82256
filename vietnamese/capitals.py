"""Writes what stands in CAPITALS as a sentence is written; proper names and abbreviations keep theirs."""

import re
from collections.abc import Iterator, Mapping, Sequence

from vietnamese.spelling import exact
from vietnamese.syllables import is_syllable

#: So many syllables in a row are shouted; fewer may be an abbreviation, or a name.
SHOUTED = 3
#: What keeps its capitals in a sentence: the state, the country and its neighbours, what laws are called by.
_NAMES = """
Việt Nam | Nhà nước | Trung ương | Chính phủ | Thủ tướng | Quốc hội | Đảng | Tổ quốc | Mặt trận Tổ quốc | Đông Nam Á
Lào | Trung Quốc | Hàn Quốc | Nhật Bản | Hoa Kỳ | Thái Lan | Luật Tín ngưỡng, tôn giáo | Bà mẹ Việt Nam anh hùng
An Giang | Bắc Ninh | Cà Mau | Cao Bằng | Cần Thơ | Đà Nẵng | Đắk Lắk | Điện Biên | Đồng Nai | Đồng Tháp | Gia Lai
Hà Nội | Hà Tĩnh | Hải Phòng | Hồ Chí Minh | Huế | Hưng Yên | Khánh Hòa | Lai Châu | Lạng Sơn | Lào Cai | Lâm Đồng
Nghệ An | Ninh Bình | Phú Thọ | Quảng Ngãi | Quảng Ninh | Quảng Trị | Sơn La | Tây Ninh | Thái Nguyên | Thanh Hóa
Tuyên Quang | Vĩnh Long
"""
NAMES: Mapping[str, str] = {
    exact(name.strip()): name.strip() for line in _NAMES.strip().splitlines() for name in line.split("|")
}
_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(NAMES, key=len, reverse=True)))})(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


def in_sentence_case(text: str) -> str:
    """The text with every run of SHOUTED or more syllables in capitals in small letters, its beginning with a capital.

    What is no syllable (BHXH, ISO) keeps its capitals, and so does what NAMES has. Takes any str in NFC; a text that
    shouts nowhere comes back as it is.
    """
    for first, end in reversed(list(_shouted(text))):
        text = text[:first] + _said(text[first:end]) + text[end:]
    return text


def _shouted(text: str) -> Iterator[tuple[int, int]]:
    """Where each run begins and ends; words that are no syllables belong to the run that goes on behind them."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if not word[0].isupper():
            yield from _span(run)
            run = []
        elif run or _is_syllable(word[0]):
            run.append(word)
    yield from _span(run)


def _span(run: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    if sum(_is_syllable(word[0]) for word in run) >= SHOUTED:
        yield run[0].start(), run[-1].end()


def _said(shouted: str) -> str:
    """A run in small letters, its first letter as it was."""
    small = _WORD.sub(lambda word: word[0].lower() if _is_word(word[0]) else word[0], shouted)
    for found in _NAME.finditer(exact(small)):  # as many characters: positions agree
        small = small[: found.start()] + NAMES[found[0]] + small[found.end() :]
    return shouted[:1] + small[1:]


def _is_word(word: str) -> bool:
    """Whether it is no abbreviation: a syllable, or a mistyped one, whose tones or vowels no abbreviation has."""
    return _is_syllable(word) or not word.upper().replace("Đ", "D").isascii()


def _is_syllable(word: str) -> bool:
    return is_syllable(exact(word))
