"""Joins syllables that a PDF's text layer has torn apart: “Cấp gi ấy phép v ận t ải” is “Cấp giấy phép vận tải”.

A PDF keeps signs and their places and no spaces: who reads its text puts a space wherever two signs stand far apart,
and a letter with two marks is often drawn from another font, with a gap before or behind it. The rules of the spelling
do not tell the halves from words (“ti” and “ện” could be syllables), so that the words of a body of texts in the same
field decide: two parts are one syllable when that is one of them and one of the parts is none.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from vietnamese.spelling import squeeze
from vietnamese.syllables import is_syllable

_PIECES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")
#: A dash of a document's sign with a gap beside it: “16/2026/TT- BNV”.
_SIGN = re.compile(r"(?<=[\d/A-ZĐ])\s?([/-])\s?(?=[A-ZĐ]{2})")
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text on one line, and each syllable that was joined, as it stood and as it is."""

    text: str
    joined: tuple[tuple[str, str], ...] = ()


def syllables_of(texts: Iterable[str], at_least: int = 2) -> frozenset[str]:
    """The syllables of a body of texts, in lower case with their marks: those that it has so many times and more, so
    that its own slips do not count."""
    found = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    return frozenset(word for word, times in found.items() if times >= at_least and is_syllable(word))


def joined(text: str, known: Collection[str]) -> Repaired:
    """A text with its torn syllables joined, by the syllables that are known; text past 4,000 signs is left as it is.
    What stands whole stays: joining again changes nothing more."""
    pieces = _PIECES.split(_SIGN.sub(r"\1", squeeze(text[:_LONGEST])))
    whole: list[str] = []
    changed: list[tuple[str, str]] = []
    for piece in pieces:
        if whole and _is_torn(whole[-1], piece, known):
            changed.append((f"{whole[-1]} {piece}", whole[-1] + piece))
            whole[-1] += piece
        else:
            whole.append(piece)
    return Repaired(" ".join(whole) + text[_LONGEST:], tuple(changed))


def _is_torn(left: str, right: str, known: Collection[str]) -> bool:
    """Whether two neighbours are one syllable, with the signs that stand before and behind it."""
    head, tail = _last_word(left), _first_word(right)
    if not head or not tail or (head + tail).lower() not in known or tail[:1].isupper():
        return False
    return not (head.lower() in known and tail.lower() in known)


def _last_word(piece: str) -> str:
    """The letters at its end: none where it ends in another sign."""
    found = _WORD.findall(piece)
    return found[-1] if found and piece.endswith(found[-1]) else ""


def _first_word(piece: str) -> str:
    found = _WORD.match(piece)
    return found[0] if found else ""
