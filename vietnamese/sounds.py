"""Brings together what sounds alike and is spelled apart: kỳ and kì, and what regions of the country mix up."""

import re
import unicodedata
from functools import lru_cache

from vietnamese.spelling import exact
from vietnamese.syllables import is_plain_syllable

_I_FOR_Y = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))
_END = r"(?![^\W_])"


def _where_y_is_i(y: str) -> re.Pattern[str]:
    """Where one of the letters sounds like the same letter of i."""
    return re.compile(
        rf"""(?<![^\W_]){y}{_END}                      # y tế, ý
          | (?<=[bcdđghklmnprstvx]){y}{_END}           # kỳ, mỹ, lý; not tuy, tay
          | (?<=qu){y}(?:{_END}|(?=(?:nh|t|ch|p){_END}))  # quý, quýt, quỳnh; not quyền""",
        re.VERBOSE,
    )


_ONE_SOUND = _where_y_is_i(f"[{''.join(_I_FOR_Y)}]")
_ONE_PLAIN_SOUND = _where_y_is_i("y")

_ONSETS = (
    (re.compile("^ng(?!h)|^ngh"), "ng"),
    (re.compile("^nh"), "nh"),
    (re.compile("^g(?=i(?:e[cmnt]|[^aeouy]|$))"), "d"),  # gì is gi-i, giếng is gi-iêng
    (re.compile("^(?:gi(?=[aeouy])|r|v)"), "d"),
    (re.compile("^gh"), "g"),
    (re.compile("^tr"), "ch"),
    (re.compile("^s"), "x"),
    (re.compile("^n"), "l"),
    (re.compile("^k(?!h)"), "c"),
)
_LETTERS_OF_CHAT = {"f": "ph", "j": "gi", "w": "qu", "z": "d"}  # fép for phép, zân for dân
_CODAS = ((re.compile("ng$|(?<=[ie])nh$"), "n"), (re.compile("c$|(?<=[ie])ch$"), "t"))


def one_i(text: str) -> str:
    """The exact form with i for a y that is the whole rhyme: kỳ and kì, quý and quí, mỹ and mĩ become one.

    Only where the two sound alike: tuy is not tui, tay not tai. For the index and the question alike; one character
    for each of `clean(text)`, so that positions agree. Takes any str, raises nothing, and changes nothing the second
    time.
    """
    return _ONE_SOUND.sub(_with_i, exact(text))


def one_plain_i(folded: str) -> str:
    """The same for a text that is folded already, and faster."""
    return _ONE_PLAIN_SOUND.sub("i", folded)


@lru_cache(maxsize=20_000)
def sound_key(folded_word: str) -> str:
    """What the folded word has in common with those that some region says, and many people spell, alike.

    Onsets ch/tr, s/x, d/gi/r/v and l/n, codas n/ng, t/c, in/inh and it/ich, i/y; hỏi and ngã are gone with the
    marks. Too wide to search by: it finds candidates for a correction. The letters f j w z of chat count as what they
    stand for. A word that is no syllable even then is its own key.
    """
    syllable = _LETTERS_OF_CHAT.get(folded_word[:1], folded_word[:1]) + folded_word[1:]
    if not is_plain_syllable(syllable):
        return folded_word
    return _replaced(_replaced(one_i(syllable), _ONSETS), _CODAS)


def _replaced(word: str, sounds: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """The word with the first of the sounds that is in it."""
    for pattern, sound in sounds:
        if pattern.search(word):
            return pattern.sub(sound, word)
    return word


def _with_i(found: re.Match[str]) -> str:
    follows = found.string[found.end() : found.end() + 1]
    if follows and unicodedata.combining(follows):
        return found[0]  # an i could become one with the stray mark after it
    return _I_FOR_Y[found[0]]
