"""Folds Vietnamese to plain letters without marks, so that `dang ky` finds `đăng ký`."""

import re
import unicodedata

from vietnamese.spelling import exact

_WORD = re.compile(r"[^\W_]+")


def _plain(character: str) -> str:
    if unicodedata.combining(character):
        return " "  # a stray mark: without it positions would move, with it a letter would be marked again
    base = unicodedata.normalize("NFD", character)[0]
    return (base if base.isascii() else character).lower()  # `exact` leaves a few capitals


# Beyond U+3000 no letter decomposes to a Latin one. Letters that stay are listed too, because str.translate
# is slow for what it does not find, and slower still for a dict with __missing__.
_PLAIN_LETTERS = {code: ord(_plain(chr(code))) for code in range(0x3000)} | str.maketrans("Đđ", "dd")


def fold(text: str) -> str:
    """`exact(text)` without marks and with d for đ; a stray mark that belongs to no letter becomes a space.

    One character for each of `clean(text)`: a match at [i:j] of the folded text is at [i:j] of the clean one.
    Other alphabets lose only their capitals. Takes any str, raises nothing, and changes nothing the second
    time.
    """
    return exact(text).translate(_PLAIN_LETTERS)


def words(text: str) -> list[str]:
    """The folded words of the text in their order: runs of letters and digits of any alphabet."""
    return _WORD.findall(fold(text))
