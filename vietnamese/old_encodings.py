"""Recognises Vietnamese that was written for an old font or read in a wrong encoding, and gives it back as Unicode.

State offices keep lists in TCVN3 (the fonts .VnTime …, TCVN 5712:1993) and VNI Windows (VNI-Times …): each letter
stands for another one. And text in UTF-8 or Windows-1258 is read as if it were Windows-1252. Such a text is made of
letters all the same, so that nothing complains: only that its words are no Vietnamese syllables tells.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vietnamese.spelling import exact
from vietnamese.syllables import is_syllable

#: Names that people know them by.
TCVN3, VNI, UTF8, CP1258 = "TCVN3 (ABC)", "VNI", "UTF-8 đọc nhầm", "Windows-1258 đọc nhầm"

# --- The letters ----------------------------------------------------------------------------------

_TCVN3_LETTERS = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_MARKED = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATTED = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_SHORTENED = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_HORNED = {"ô": "ơ", "ö": "ư"}
_VNI_ALONE = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}


def _vni_pairs() -> dict[str, str]:
    """What VNI writes in two letters, a vowel and its mark, and in one."""
    toned = {vowel + sign: vowel + tone for vowel in "aeouy" for sign, tone in _MARKED.items()}
    hatted = {vowel + sign: vowel + "\u0302" + tone for vowel in "aeo" for sign, tone in _HATTED.items()}
    shortened = {f"a{sign}": f"a\u0306{tone}" for sign, tone in _SHORTENED.items()}
    horned = {letter + sign: vowel + tone for letter, vowel in _HORNED.items() for sign, tone in _MARKED.items()}
    small = {pair: unicodedata.normalize("NFC", text) for pair, text in (toned | hatted | shortened | horned).items()}
    small |= _VNI_ALONE
    large = {pair.upper(): text.upper() for pair, text in small.items()}
    begun = {pair.capitalize(): text.upper() for pair, text in small.items()}
    return begun | large | small


_VNI_PAIRS: Mapping[str, str] = _vni_pairs()
_VNI = re.compile("|".join(sorted(map(re.escape, _VNI_PAIRS), key=len, reverse=True)))


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3_LETTERS)


def _from_vni(text: str) -> str:
    return _VNI.sub(lambda found: _VNI_PAIRS[found[0]], text)


def _from_utf8(text: str) -> str:
    return _bytes(text).decode("utf-8")


def _from_cp1258(text: str) -> str:
    return unicodedata.normalize("NFC", _bytes(text).decode("cp1258"))


def _bytes(text: str) -> bytes:
    """What stood in the file: Windows-1252, and where that has no letter the byte itself. Raises UnicodeError."""
    return b"".join(_byte(letter) for letter in text)


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


_WAYS: Mapping[str, Callable[[str], str]] = {
    TCVN3: _from_tcvn3,
    VNI: _from_vni,
    UTF8: _from_utf8,
    CP1258: _from_cp1258,
}

# --- Which one it is ------------------------------------------------------------------------------

#: A sign within a word, which no language has: what an old font or another encoding made of a letter.
_BROKEN = re.compile(
    r"[^\W\d_][\xa1-\xa9\xab-\xb1\xb4\xb6\xb8\xbb-\xbf\xd7\xf7]|[\xa1-\xa9\xab-\xaf\xb4\xb6\xb8][^\W\d_]{2}"
)
#: A word with the signs that stand for letters in old fonts.
_WORD = re.compile(r"[^\W\d_]*(?:[\xa1-\xbf\xd7\xf7]+[^\W\d_]*)+|[^\W\d_]+")
_SHORT_FORM = re.compile("[B-DF-HJ-NP-TV-XZ]{2,6}")
#: Letters beyond Latin-1 that Windows-1252 has a byte for.
_OF_WINDOWS = frozenset(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))
#: Of so many words at least it can be told; of their syllables so many are Vietnamese when it is read rightly, and so
#: many fewer when it is not.
_FEWEST, _RIGHT, _BETTER = 4, 0.9, 0.25
#: One broken word may be a slip of the hand.
_MANY_BROKEN = 2


@dataclass(frozen=True, slots=True)
class Written:
    """How a text was written: the name of its encoding, "" for Unicode; `is_readable` is False for a text that is no
    Vietnamese and no encoding known here either."""

    encoding: str = ""
    is_readable: bool = True


def written(text: str) -> Written:
    """How a text was written, judged by all its words together; a whole row or record tells more than a cell.

    Vietnamese as it should be, and any other language in plain letters, is Unicode. Raises nothing.
    """
    before = 1.0 if text.isascii() else _share(text)
    if before > 1 - _BETTER:
        return Written()
    shares = {name: _share(said) for name in _WAYS if (said := _tried(name, text)) is not None}
    best = max(shares, key=lambda name: shares[name], default="")
    if best and shares[best] >= _RIGHT and shares[best] - before >= _BETTER and _words(text) >= _FEWEST:
        return Written(best)
    return Written(is_readable=len(_BROKEN.findall(text)) < _MANY_BROKEN)


def in_unicode(text: str, encoding: str) -> str:
    """A text of an encoding that `written` named; unchanged where it has no letter of it."""
    said = _tried(encoding, text) if any(map(_is_special, text)) else text
    return text if said is None else said


def _is_special(letter: str) -> bool:
    return ord(letter) >= 0x80


def _tried(name: str, text: str) -> str | None:
    try:
        return _WAYS[name](text)
    except UnicodeError:
        return None


def is_western(text: str) -> bool:
    """Whether a text may be of an old font at all: it has letters beyond ASCII, and none that only Unicode has."""
    return not text.isascii() and all(ord(letter) < 0x100 or letter in _OF_WINDOWS for letter in text)


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _share(text: str) -> float:
    """How many of the words are Vietnamese syllables; letters of words count, so that "ô" alone says little, and short
    forms like "TTHC" do not: they are the same in every encoding."""
    words = (word for word in _WORD.findall(text) if not _SHORT_FORM.fullmatch(word))
    letters = [(len(word), is_syllable(exact(word))) for word in words]
    return sum(length for length, is_one in letters if is_one) / max(1, sum(length for length, _ in letters))
