"""What a unit is called: the keys under which its name is found, with its marks beside them, and its type."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from agencies.reform.names import bare, split_type
from vietnamese.fold import fold, words
from vietnamese.sounds import one_i
from vietnamese.spelling import exact

_WORD = re.compile(r"[^\W_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


@dataclass(frozen=True, slots=True)
class Label:
    """One spelling of a name without its type. `key`: its folded letters in one, i for y; `marked`: the same with the
    marks, each word's tone behind its letters, where no place of it is wrong; `written`: with the tone in its place."""

    key: str
    marked: str
    written: str


@lru_cache(maxsize=30_000)
def labels_of(name: str) -> tuple[Label, ...]:
    """The spellings of a unit's name: "Xã Hòa Tú II" is also Hòa Tú 2, "N.T Phong Hải" Nông trường Phong Hải."""
    core = split_type(name)[1]
    spellings = (core, bare(name), _with_roman(bare(name)))
    return tuple(dict.fromkeys(label_of(_WORD.findall(spelling)) for spelling in spellings))


def label_of(marked_words: Iterable[str]) -> Label:
    """The spelling that these words make, in `exact` form."""
    parts = [_plain_number(word) for word in marked_words]
    written = "".join(map(one_i, parts))
    return Label(plain_key(written), "".join(map(_with_tone_behind, parts)), written)


def plain_key(text: str) -> str:
    """The key of a text of letters and digits."""
    return "".join(words(text)).replace("y", "i")


def has_marks(marked_words: Iterable[str]) -> bool:
    """Whether any of the words bears a mark: then its writer meant the marks."""
    return any(word != fold(word) for word in marked_words)


def _plain_number(word: str) -> str:
    return str(int(word)) if word.isascii() and word.isdigit() else word


def _with_roman(core: str) -> str:
    """Phường 4 is also Phường IV."""
    before, space, last = core.rpartition(" ")
    number = int(last) if last.isascii() and last.isdigit() else 0
    return f"{before}{space}{_ROMAN[number]}" if 0 < number < len(_ROMAN) else core


@lru_cache(maxsize=30_000)
def _with_tone_behind(word: str) -> str:
    letters = unicodedata.normalize("NFD", one_i(exact(word)))
    tones = sorted({letter for letter in letters if letter in _TONES})
    toneless = "".join(letter for letter in letters if letter not in _TONES)
    return unicodedata.normalize("NFC", toneless) + "".join(tones)
