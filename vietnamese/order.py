"""Puts names in the order of the Vietnamese alphabet, for lists that people read."""

import unicodedata
from functools import cache

from vietnamese.spelling import exact, squeeze

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; ngang is no mark
_LETTER_MARKS = "\u0306\u0302\u031b"  # of ă, of â ê ô, of ơ ư
_SPACE, _SIGN, _DIGIT, _LETTER, _FOREIGN = range(5)

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...]]


def sort_key(text: str) -> SortKey:
    """A key for `sorted`: letters, then tones (ngang huyền hỏi ngã sắc nặng), then small before capital.

    Spaces come before signs, signs before digits, digits before letters, other alphabets last. Each of the
    three parts has one entry for each character of `squeeze(text)`. hoà and hòa have the same key.
    Takes any str, raises nothing.
    """
    name = squeeze(text)
    compared = exact(name)
    return tuple(map(_place, compared)), tuple(map(_tone, compared)), tuple(map(str.isupper, name))


@cache
def _place(character: str) -> tuple[int, int]:
    """The group of the character and its rank in the group."""
    letter = _without_tone(character.lower())  # `exact` leaves a few capitals
    if letter in _ALPHABET:
        return _LETTER, _ALPHABET.index(letter)
    if character.isdigit():
        return _DIGIT, unicodedata.digit(character)
    return _other_group(character), ord(character)


def _other_group(character: str) -> int:
    if character == " ":
        return _SPACE
    return _FOREIGN if character.isalpha() else _SIGN


def _without_tone(character: str) -> str:
    """ề → ê; a letter of another language goes with its plain one: ç → c."""
    base, *marks = list(unicodedata.normalize("NFD", character))
    letter = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in _LETTER_MARKS))
    return letter if letter in _ALPHABET else base


@cache
def _tone(character: str) -> int:
    """0 for ngang to 5 for nặng."""
    marks = unicodedata.normalize("NFD", character)
    return max(_TONES.find(mark) for mark in marks) + 1
