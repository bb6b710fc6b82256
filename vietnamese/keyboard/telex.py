"""Reads a word typed in Telex while the keyboard was off: `ddawng` is đăng."""

import re
from functools import lru_cache

from vietnamese.keyboard.keystrokes import MAX_KEYS, VOWELS, Keystrokes, as_capitals_of

_TONE_KEYS = "sfrxj"
_KEYS = re.compile(r"[a-z]+")
_LONE_W = re.compile(r"^([^aeiouyw]+)w|^()w(?![aeiouyw])")  # nhwng, wngs; not was


def decode_telex(word: str) -> str | None:
    """The syllable that the keys of one word mean, in the word's capitals; None where they mean none.

    Tone keys (s f r x j, z for none) stand anywhere after the vowel, the second a, e, o or d anywhere after the first,
    w anywhere after the vowels it marks or for ư alone; a third a, e, o takes the hat back (xooong is xoong). The
    last of different tone keys counts; the same twice is a letter, and the word no syllable. Raises nothing.
    """
    meant = _meant(word.lower()) if len(word) <= MAX_KEYS else None
    return as_capitals_of(word, meant) if meant else None


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str | None:
    if not _KEYS.fullmatch(word):
        return None
    reader = _Reader()
    return reader.keys.meant() if all(map(reader.reads, _LONE_W.sub(r"\1\2uw", word))) else None


class _Reader:
    """Takes one key after the other."""

    def __init__(self) -> None:
        self.keys = Keystrokes()
        self._hatted = ""
        self._in_onset = True

    def reads(self, key: str) -> bool:
        """Takes a key; False where it can mean nothing here."""
        if key == "d" and self.keys.letters:
            return self.keys.strike()
        if self._in_onset:
            self._in_onset = key not in VOWELS
            return self.keys.letter(key)
        if key == "w":
            return self.keys.hook()
        return self.keys.toned(key.strip("z")) if key in f"{_TONE_KEYS}z" else self._after_vowel(key)

    def _after_vowel(self, key: str) -> bool:
        """A second a, e, o is a hat and a third takes it back; but khoeo and ngoao have two o of their own."""
        if key == self._hatted:
            self._hatted, self.keys.hat = "", False
        elif key in "aeo" and key in self.keys.letters and not self.keys.letters.endswith(("oe", "oa")):
            self._hatted, self.keys.hat = key, True
            return True
        return self.keys.letter(key)
