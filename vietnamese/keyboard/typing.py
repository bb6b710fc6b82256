"""Finds out whether a text was typed raw, in Telex or VNI with the keyboard off, and reads it as it was meant.

A single word cannot tell: `has` is há or English, `co2` is cò or a gas. The text decides as a whole. A word is a
sign when it is no Vietnamese syllable and its keys make one: a sure sign (2 points) where little else is spelled so
(dd, aa, ee, oo, aw, ow, uw, a j, f r x after the last consonant; in VNI a digit inside the word or a tone after
another digit), a weak one (1 point) otherwise, like `cos`, and none where it is an ordinary English word as well.
Words that raw typing does not explain count one point against: those with marks, for the keyboard was on, and those
that are no syllable either way. A text is raw when it has a sure sign and more points for than against; then every
word of it that can be decoded is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from vietnamese.keyboard.telex import decode_telex
from vietnamese.keyboard.vni import decode_vni
from vietnamese.syllables import is_plain_syllable

#: In Vietnamese texts these are more often themselves than the syllable their keys make.
LOANS = {"bar", "boo", "bus", "gas", "rex", "taxi", "visa"}
# These make a syllable, too, and are no sign of raw typing.
_ENGLISH = """
as bars beef been beer best bets bits boom boost boots born box bust cans car cars cast cats chef corn cost cows cups
dawn days deed deem deer did door doors dose down hair has her here hers hits hoof host how hus if is its keen last
lawn lee list loom lose lost low lows maps mar max mens mix moon moor mors most mows must noon nor nose now of or own
owns past peer per pets pins poor post queen quest rar reef rest roof room rooms row rows runs see seem seen ser sets
sir six soon tax teen teens term test there these those tips toes tons too tops town towns tree turn us vans vows
"""
_NO_SIGN = LOANS | set(_ENGLISH.split())

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"[@_\\]|://|\w\.\w")  # left alone, like procedure codes
_DIGIT = re.compile(r"\d")
_DOCUMENT = re.compile(r"\d/\d")
_WORD = re.compile(r"(?<![\w\u0300-\u036f])[^\W_]+(?![\w\u0300-\u036f])")  # no part of a word that is not in NFC
_VOWEL = re.compile("[aeiouy]")
_STRUCK = re.compile(r"(?<![^\W_])(?=\w{3})([bcdghklmnpqrstvx]*d)[d9]([bcdghklmnpqrstvx]*)(?![^\W_])", re.IGNORECASE)

_SURE_TELEX = re.compile(r"(?=...)(?!.*z)(?:dd|.*(?:aa|ee|oo|[aou]w|j|[cghmnpt][frx]$))")
_SURE_VNI = re.compile(r"d9|.*(?:\d[a-z]|[6-9][1-5]$)")
_SURE = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Method:
    """A way of typing: what its words mean, which are sure signs of it, and which chunks can be no sign of it."""

    decode: Callable[[str], str | None]
    sure: re.Pattern[str]
    no_sign: re.Pattern[str]


_METHODS = (_Method(decode_telex, _SURE_TELEX, _DIGIT), _Method(decode_vni, _SURE_VNI, _DOCUMENT))


def as_meant(text: str) -> str:
    """The text with the words of raw Telex or VNI as they were meant, and everything else as it is.

    Codes, addresses, abbreviations, foreign words, words with marks and words that are syllables already stay; but
    61/2018/NDD-CP becomes 61/2018/NĐ-CP in any text. Takes any str, raises nothing.
    """
    method = next((method for method in _METHODS if _is_raw(text, method)), None)
    if method is not None:
        decoded = _decoder(method, in_capitals=_is_in_capitals(text))
        text = _CHUNK.sub(lambda chunk: chunk[0] if _ADDRESS.search(chunk[0]) else decoded(chunk[0]), text)
    return _CHUNK.sub(_with_struck_symbol, text) if _STRUCK.search(text) else text


def _is_raw(text: str, method: _Method) -> bool:
    weights = [_weight(word, method) for word in _words(text, method)]
    return _SURE in weights and sum(weights) > 0


def _words(text: str, method: _Method) -> Iterator[str]:
    for chunk in text.split():
        if not _ADDRESS.search(chunk) and not method.no_sign.search(chunk):
            yield from _WORD.findall(chunk)


@lru_cache(maxsize=20_000)
def _weight(word: str, method: _Method) -> int:
    """How much the word speaks for the method; -1 where it speaks against it."""
    lower = word.lower()
    if is_plain_syllable(lower) or lower in _NO_SIGN or _is_abbreviation(word):
        return 0
    if method.decode(lower) is None:
        return -1
    return _SURE if method.sure.match(lower) else 1


def _is_abbreviation(word: str) -> bool:
    return word.isascii() and not _VOWEL.search(word.lower())


def _is_in_capitals(text: str) -> bool:
    """Whether most of its letters are; then a word in capitals is no abbreviation for that."""
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))


def _decoder(method: _Method, in_capitals: bool) -> Callable[[str], str]:
    """What replaces the words of a chunk of a raw text."""

    def meant(found: re.Match[str]) -> str:
        word = found[0]
        if _stays(word.lower()):
            return word
        is_abbreviation = word.isupper() and not in_capitals and not method.sure.match(word.lower())
        return (not is_abbreviation and method.decode(word)) or _STRUCK.sub(_with_stroke, word)

    return partial(_WORD.sub, meant)


def _stays(lower: str) -> bool:
    """Whether it is a word as it stands; of the few syllables with oo (xoong) raw typing mostly means ô."""
    return lower in LOANS or (is_plain_syllable(lower) and "oo" not in lower)


def _with_stroke(found: re.Match[str]) -> str:
    """NDD and ND9 are NĐ."""
    before, after = found.groups()
    return f"{before[:-1]}{'Đ' if before[-1] == 'D' else 'đ'}{after}"


def _with_struck_symbol(chunk: re.Match[str]) -> str:
    """The symbol in the number of a document, whatever the rest of the text."""
    is_number = "/" in chunk[0] and any(map(str.isdigit, chunk[0]))
    return _STRUCK.sub(_with_stroke, chunk[0]) if is_number else chunk[0]
