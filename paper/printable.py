"""Lets only such characters through to paper as the fonts can draw; PDF/UA allows no other."""

import re
import unicodedata

from vietnamese.spelling import clean

#: Drawn by Be Vietnam Pro or, for the signs and alphabets it lacks, by the DejaVu Sans Mono inside Typst.
_DRAWN = (
    " -~¡-¬®-Ɏ"  # Latin; 0xAD is the soft hyphen
    "\u1e00-\u1eff"  # Vietnamese
    "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"  # Vietnamese marks that no letter took up
    "ΆΈ-ΊΌΎ-ΡΣ-ώЀ-ҁҊ-ӿ"  # Greek, Cyrillic
    "‐-‧‰-⁀⁂⁄-⁒⁔-⁞⁰ⁱ⁴-₎ₐ-ₜ₠-₿"  # signs of writing, small raised and lowered figures, currencies
    "№™⅓-⅞←-⇿∀-⋿─-◿☐-☒✁-✄✆-✉✌-✧"
)
_UNDRAWN = re.compile(rf"[^\n{_DRAWN}]")
_UNKNOWN = "□"


def printable(text: str) -> str:
    """`clean` text, on lines parted by \\n, in which a mark without a letter is left out and any other character that
    cannot be drawn is □.

    Takes any str, raises nothing, and changes nothing the second time.
    """
    return clean(_UNDRAWN.sub(_replaced, clean(text).replace("\t", " ")))


def _replaced(match: re.Match[str]) -> str:
    return "" if unicodedata.category(match[0]).startswith("M") else _UNKNOWN
