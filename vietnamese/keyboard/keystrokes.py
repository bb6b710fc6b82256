"""Turns the keys pressed for one word, whatever the typing method, into the syllable they mean."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from vietnamese.fold import fold
from vietnamese.syllables import toneless_syllables, with_tone

MAX_KEYS = 12  # nghieengzs has ten
VOWELS = "aeiouy"

_HAT, _HORN, _BREVE = "\u0302", "\u031b", "\u0306"
_Signature = tuple[str, bool, bool, bool]


@dataclass(slots=True)
class Keystrokes:
    """What was pressed so far: `letters` without marks; whether d was struck and a vowel got a hat (of â, ê, ô); how
    many got a hook (of ă, ơ, ư); the tone as a key of `TONES`. Which vowels they are is a matter of spelling.

    The methods press one more key and answer whether it can mean anything there.
    """

    letters: str = ""
    struck: bool = False
    hat: bool = False
    hooks: int = 0
    tone: str = ""

    def letter(self, letter: str) -> bool:
        """A letter that is only itself."""
        self.letters += letter
        return True

    def strike(self) -> bool:
        """The key that makes đ of a first d, once."""
        can = self.letters.startswith("d") and not self.struck
        self.struck = True
        return can

    def hook(self) -> bool:
        """The key of ă, ơ, ư; twice in a word only for ươ."""
        self.hooks += 1
        return self.hooks == 1 or (self.hooks == 2 and "uo" in self.letters)

    def toned(self, tone: str) -> bool:
        """A tone, which takes the place of another one; the same tone again would be a letter."""
        again = bool(tone) and self.tone == tone
        self.tone = tone
        return not again

    def meant(self) -> str | None:
        """The syllable in lower case, its tone in today's place; None where the keys make none."""
        toneless = _by_signature().get((self.letters, self.struck, self.hat, self.hooks > 0))
        return toneless and with_tone(toneless, self.tone)


def as_capitals_of(typed: str, word: str) -> str:
    """The lower-case word in the capitals of what was typed: "DDAWNG" gives "ĐĂNG", "DDawng" gives "Đăng"."""
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    return word.capitalize() if typed[:1].isupper() else word


@cache
def _by_signature() -> dict[_Signature, str]:
    """Plain letters and kinds of marks name one syllable, because uơ ends a syllable and ươ never does."""
    return {_signature(syllable): syllable for syllable in toneless_syllables()}


def _signature(syllable: str) -> _Signature:
    marks = unicodedata.normalize("NFD", syllable)
    return fold(syllable), syllable.startswith("đ"), _HAT in marks, _HORN in marks or _BREVE in marks
