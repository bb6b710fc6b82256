"""The desk's box for an address, which turns Vietnamese letters into plain ones while the title is typed."""

import unicodedata

from wagtail.admin.widgets import SlugInput as WagtailSlugInput

_MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"


def _letters(plain: str) -> str:
    """All Vietnamese letters that fold to this one, small and capital, each as one character."""
    stems = [plain + mark for mark in ("", "\u0302", "\u0306", "\u031b")]
    toned = (unicodedata.normalize("NFC", stem + tone) for stem in stems for tone in ("", *_MARKS[:5]))
    small = "".join(sorted({letter for letter in toned if len(letter) == 1} - {plain}))
    return small + small.upper()


#: Pattern → replacement, for the browser; marks that stand alone (text from a Mac or a PDF) go last.
FORMATTERS = [
    ("[đĐðÐ]", "d"),
    *((f"[{_letters(plain)}]", plain) for plain in "aeiouy"),
    (f"[{_MARKS}]", ""),
]


class SlugInput(WagtailSlugInput):
    """Wagtail's script knows no Vietnamese: left alone it writes dj for đ (Serbian) or loses the letter."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs=attrs, formatters=FORMATTERS)
