"""Puts names in the order of the Vietnamese alphabet, for lists that people read."""

import unicodedata
from functools import cache

from vietnamese.spelling import exact, squeeze

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; ngang is no mark
_LETTER_MARKS = "\u0306\u0302\u031b"  # of ă, of â ê ô, of ơ ư
_IN_ONE = "0123456789abcdefghijklmnopqrstuvwxyz"
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


def sort_text(text: str) -> str:
    """The letters and tones of `sort_key` as text of digits and small letters, which every database sorts alike, by
    whatever rules. Capitals make no difference, nor does one sign instead of another; so two texts that read the same
    have one: of three characters for each of `squeeze(text)`, seven for one of another alphabet, and two more."""
    compared = exact(squeeze(text))
    return f"{''.join(map(_place_in_text, compared))}00{''.join(map(str, map(_tone, compared)))}"


@cache
def _place_in_text(character: str) -> str:
    group, rank = _place(character)
    if group in (_LETTER, _DIGIT):
        return f"{'2' if group == _LETTER else '1'}{_IN_ONE[rank]}"
    return {_SPACE: "01", _SIGN: "02"}.get(group, f"3{ord(character):05x}")


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
