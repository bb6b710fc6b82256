"""Repairs Vietnamese text from the wild and gives every word one spelling to compare by."""

import re
import unicodedata

_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"  # \x0b is Word's soft line break, \x0c a page break in PDF text
_SPACES = "\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ZERO_WIDTH = r"\xad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_CONTROL = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_SURROGATES = r"\ud800-\udfff"
_SYMBOLS = r"\uf000-\uf0ff"  # where Word keeps the signs of Wingdings and Symbol; no other font draws them

# "nfc" is missing here: it is not a matter of single characters.
_KINDS = {
    "zero_width": re.compile(f"[{_ZERO_WIDTH}]"),
    "d_stroke": re.compile("[Ðð]"),  # eth, which old fonts and keyboards used for Đ and đ
    "oi": re.compile("[Ƣƣ]"),  # a letter of other languages that looks like ư in old fonts
    "bullet": re.compile(f"[{_SYMBOLS}]"),
    "control": re.compile(f"[{_CONTROL}{_SURROGATES}]"),
    "space": re.compile(f"[{_SPACES}{_LINE_ENDS}]"),
}
_ODD = re.compile("|".join(kind.pattern for kind in _KINDS.values()))
_REMOVED = re.compile(f"[{_ZERO_WIDTH}{_CONTROL}]+")
_SURROGATE = re.compile(f"[{_SURROGATES}]")
_UNWRITABLE = re.compile(f"[\\x00{_SURROGATES}]")
_SYMBOL = re.compile(f"[{_SYMBOLS}]")
_LOOKALIKES = {"Ð": "Đ", "ð": "đ", "Ƣ": "Ư", "ƣ": "ư"}
_REPLACED = str.maketrans(_LOOKALIKES | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_LINE_ENDS, "\n"))

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # huyền, sắc, hỏi, ngã, nặng


def _compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _other_placements() -> dict[str, str]:
    """Each toned oa, oe, uy and the same pair with its tone on the other vowel, both ways."""
    pairs = [
        (_compose(first + tone) + second, first + _compose(second + tone))
        for first, second in ("oa", "oe", "uy")
        for tone in _TONES
    ]
    return dict(pairs) | {late: early for early, late in pairs}


_OTHER_PLACEMENT = _other_placements()

_A_LETTER = r"[^\W\d_]"
_MISPLACED = re.compile(
    rf"""[ouòóỏõọùúủũụ](?:                # one class in front lets re skip quickly to the candidates
        (?<=o)[àáảãạèéẻẽẹ](?!{_A_LETTER})    # hoà, khoẻ; not hoàn, where the second vowel is the nucleus
      | (?<=u)(?<!qu)[ỳýỷỹỵ](?!{_A_LETTER})  # thuỷ; not quý, where the u belongs to the consonant
      | (?<=[òóỏõọ])[ae](?={_A_LETTER})      # hòan, typed before the word was finished
      | (?<=[ùúủũụ])y(?={_A_LETTER})         # hùynh
      | (?<=q[ùúủũụ])y                       # qúy
    )""",
    re.VERBOSE,
)
_LETTER_AND_MARKS = re.compile(r"\w\W*")


def clean(text: str) -> str:
    """The text in NFC without what the eye cannot see, list signs of symbol fonts as "•": `repairs` tells the kinds.

    Line breaks stay, all as \\n; runs of ordinary spaces and tabs stay as they are. Takes any str, raises
    nothing, and changes nothing the second time.
    """
    return _compose(_without_odd_characters(text))


def writable(text: str) -> str:
    """The text with U+FFFD for what no file in UTF-8 and no database can hold: halves of characters, and NUL."""
    return _UNWRITABLE.sub("\ufffd", text)


def squeeze(text: str) -> str:
    """`clean`, then on one line with single spaces and none at the ends: for names and comparing."""
    return " ".join(clean(text).split())


def repairs(text: str) -> tuple[str, ...]:
    """The kinds of repair `clean` would do, in a fixed order; empty exactly when it would change nothing.

    "nfc": letters and marks to be composed; "zero_width": invisible characters and soft hyphens;
    "d_stroke": eth for đ; "oi": gha (ƣ) for ư; "bullet": list signs of Word's symbol fonts; "control": control
    characters and broken halves of characters; "space": spaces and line ends of other kinds.
    """
    composed = unicodedata.is_normalized("NFC", _without_odd_characters(text))
    found = tuple(kind for kind, characters in _KINDS.items() if characters.search(text))
    return found if composed else ("nfc", *found)


def exact(text: str) -> str:
    """The form to compare by when marks count: `clean`, lower case, the tone in one place (hòa, thủy, quý).

    One character for each of `clean(text)`, so that positions agree. Takes any str, raises nothing, and
    changes nothing the second time.
    """
    return _MISPLACED.sub(_placed, _lower(clean(text)))


def _without_odd_characters(text: str) -> str:
    if not _ODD.search(text):  # nearly always so, and this look is much cheaper than the repairs
        return text
    text = _REMOVED.sub("", text.replace("\r\n", "\n"))
    return with_bullets(_SURROGATE.sub("\ufffd", text).translate(_REPLACED))


def with_bullets(text: str) -> str:
    """The text with "•" for each sign out of Word's symbol fonts: a list sign, nearly always."""
    return _SYMBOL.sub("•", text)


def _lower(text: str) -> str:
    """Lower case that has as many characters and is still in NFC."""
    lowered = _lower_each(text)
    if unicodedata.is_normalized("NFC", lowered):
        return lowered
    return _LETTER_AND_MARKS.sub(_lower_if_it_stays, text)


def _lower_if_it_stays(found: re.Match[str]) -> str:
    """A few foreign letters (H̱) would become one with their mark when small: they stay capitals."""
    lowered = _lower_each(found[0])
    return lowered if unicodedata.is_normalized("NFC", lowered) else found[0]


def _lower_each(text: str) -> str:
    return text.replace("İ", "i").lower()  # İ is the one letter that lower() would make into two characters


def _placed(found: re.Match[str]) -> str:
    follows = found.string[found.end() : found.end() + 1]
    if follows and unicodedata.combining(follows):
        return found[0]  # a vowel that lost its tone would become one with the stray mark after it
    return _OTHER_PLACEMENT[found[0]]
