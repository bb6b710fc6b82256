"""Reads a word typed in VNI while the keyboard was off: `d9a8ng` is đăng."""

import re
from functools import lru_cache

from vietnamese.keyboard.keystrokes import MAX_KEYS, Keystrokes, as_capitals_of

_KEYS = re.compile(r"(?:d9|[b-df-hj-np-tv-xz])*[aeiouy][a-z0-9]*")  # no digit but 9 before the vowel
_TONES = dict(zip("012345", ("", *"sfrxj"), strict=True))


def decode_vni(word: str) -> str | None:
    """The syllable that the keys of one word mean, in the word's capitals; None where they mean none.

    Digits stand anywhere after what they mark: 1–5 for the tones sắc huyền hỏi ngã nặng and 0 for none, 6 for the hat
    of â ê ô, 7 and 8 for the hooks of ơ ư and ă, 9 for đ. Raises nothing.
    """
    meant = _meant(word.lower()) if len(word) <= MAX_KEYS else None
    return as_capitals_of(word, meant) if meant else None


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str | None:
    if not _KEYS.fullmatch(word):
        return None
    keys = Keystrokes()
    return keys.meant() if all(_reads(keys, key) for key in word) else None


def _reads(keys: Keystrokes, key: str) -> bool:
    """Takes a key; False where it can mean nothing here."""
    if key in _TONES:
        return keys.toned(_TONES[key])
    if key == "6":
        return _hat(keys)
    if key in "78":
        return keys.hook()
    return keys.strike() if key == "9" else keys.letter(key)


def _hat(keys: Keystrokes) -> bool:
    again = keys.hat
    keys.hat = True
    return not again
