"""Types Vietnamese as it arrives when the keyboard was off: every mark becomes a key, in Telex or VNI."""

import re
import unicodedata
from typing import Literal

from vietnamese.spelling import clean

# Where the key of the tone stands: as the last of the word, as most people type, or right after its vowel.
ToneAt = Literal["end", "vowel"]

_TONES = {"\u0301": ("s", "1"), "\u0300": ("f", "2"), "\u0309": ("r", "3"), "\u0303": ("x", "4"), "\u0323": ("j", "5")}
_HAT, _HORN, _BREVE = "\u0302", "\u031b", "\u0306"
_WORD = re.compile(r"[^\W\d_]+")


def to_telex(text: str, tone_at: ToneAt = "end") -> str:
    """The keys of Telex for the text, words apart; capitals double as capitals: "Đ" is "DD"."""
    return _WORD.sub(lambda word: _keys(word[0], 0, tone_at), clean(text))


def to_vni(text: str, tone_at: ToneAt = "end") -> str:
    """The keys of VNI for the text, words apart."""
    return _WORD.sub(lambda word: _keys(word[0], 1, tone_at), clean(text))


def _keys(word: str, method: Literal[0, 1], tone_at: ToneAt) -> str:
    typed, tone = "", ""
    for letter in word:
        base, *marks = unicodedata.normalize("NFD", letter)
        pressed = "".join(_TONES[mark][method] for mark in marks if mark in _TONES)
        typed += _letter(base, marks, method)
        typed, tone = (typed + pressed, tone) if tone_at == "vowel" else (typed, tone or pressed)
    return (typed + tone).upper() if word.isupper() and len(word) > 1 else typed + tone


def _letter(base: str, marks: list[str], method: Literal[0, 1]) -> str:
    if base in "Đđ":
        plain = "D" if base == "Đ" else "d"
        return plain + (plain, "9")[method]
    if _HAT in marks:
        return base + (base, "6")[method]
    if _HORN in marks:
        return base + ("w", "7")[method]
    return base + (("w", "8")[method] if _BREVE in marks else "")
