"""Says whether a word can be a Vietnamese syllable, by the rules of the spelling and not by a dictionary.

The rules are those of any textbook of Vietnamese phonology: a syllable is an onset and a rhyme; c, k, q and g, gh and
ng, ngh share their sounds and divide the vowels between them; after a lip consonant no vowel is rounded; a syllable
that ends in c, ch, p or t bears the sắc or the nặng tone. A few syllables of loans and of place names are listed.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from vietnamese.fold import fold
from vietnamese.spelling import exact

TONES = {"": "", "f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}  # by their Telex keys

_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu y iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
_ROUNDED_RHYMES = """
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet
uân uâng uât uây uê uêch uên uênh uêt uy uya uych uyên uyêt uyn uynh uyp uyt uyu
"""
_AFTER_Q = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng âp ât âu ây e ec em en eo et ê ên êch ênh êt êu
i ich in inh it y ych yên yêt ynh yt yp ơ ơn ơt ôc
"""
_ALONE = "y yêm yên yêng yêt yêu"

_ONSETS = "b ch d đ h kh l m n nh p ph r s t th tr v x"
_ONSETS_BEFORE_BACK_VOWEL = "g ng"
_ONSETS_BEFORE_FRONT_VOWEL = "gh k ngh"
_ONSETS_BEFORE_ROUNDED_VOWEL = "ch d đ h kh l n nh r s t th tr x"

# Loans (xe buýt, thùng phuy, khăn voan, gen, xoong) and names of provinces (Bắc Kạn, Kon Tum, Đắk Lắk).
_LISTED = """
buy buyt gen moay phuy voan boong goong xoong kan kon ka đăk lăk păk uơ huơ thuơ khuơ
"""

_STOP = re.compile("(?:c|ch|k|p|t)$")
_STOP_TONES = {"s", "j"}
_ONSET = re.compile("gi(?=[aăâeêoôơuư])|qu|[^aăâeêioôơuưy]*")
_KEY_OF_TONE = {mark: key for key, mark in TONES.items() if mark}
_LONGEST = 7  # nghiêng


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether the lower-case word, in NFC and with its marks, can be a Vietnamese syllable.

    The tone may stand where it is put today or where it once was (hòa, hoà). "nghiêng" is one, "ngiêng", "bat" (a
    stop without its tone) and "visa" are none. Takes any str, raises nothing.
    """
    if len(word) > _LONGEST:
        return False
    toneless, tone = _parted(word)
    return with_tone(toneless, tone) == exact(word)


@lru_cache(maxsize=20_000)
def is_plain_syllable(folded_word: str) -> bool:
    """Whether the folded word is some syllable without its marks: "ket" is (kết), "kets" is not."""
    return folded_word in _plain()


def with_tone(toneless: str, tone: str) -> str | None:
    """The syllable with its tone in today's place: ("hoa", "f") is "hòa"; None where that is no syllable.

    `toneless` has its other marks; `tone` is a key of `TONES`.
    """
    if toneless not in toneless_syllables() or (_STOP.search(toneless) and tone not in _STOP_TONES):
        return None
    at = _place_of_tone(toneless) + 1
    return unicodedata.normalize("NFC", toneless[:at] + TONES[tone] + toneless[at:])


@cache
def toneless_syllables() -> frozenset[str]:
    """Every syllable there can be, with the marks of its letters and without a tone: "nghiêng", "đat"."""
    return frozenset([*_after_consonants(), *_after_g_and_q(), *_without_onset(), *_LISTED.split()])


@cache
def _plain() -> frozenset[str]:
    return frozenset(map(fold, toneless_syllables()))


def _after_consonants() -> Iterator[str]:
    """All but those with gi and qu, and those that begin with a vowel."""
    front, back = _front_and_back(_RHYMES.split())
    rounded = _ROUNDED_RHYMES.split()
    yield from _joined(_ONSETS, front + back)
    yield from _joined(_ONSETS_BEFORE_BACK_VOWEL, back + rounded)
    yield from _joined("c", back)  # before a rounded vowel it is q
    yield from _joined(_ONSETS_BEFORE_FRONT_VOWEL, front)
    yield from _joined(_ONSETS_BEFORE_ROUNDED_VOWEL, rounded)


def _front_and_back(rhymes: list[str]) -> tuple[list[str], list[str]]:
    front = [rhyme for rhyme in rhymes if rhyme.startswith(tuple("eêiy"))]
    return front, [rhyme for rhyme in rhymes if rhyme not in front]


def _joined(onsets: str, rhymes: list[str]) -> Iterator[str]:
    return (onset + rhyme for onset in onsets.split() for rhyme in rhymes)


def _after_g_and_q() -> Iterator[str]:
    """gi is written without its own i before another: gia, but gin and giêng."""
    yield from ("gi" + rhyme.removeprefix("i") for rhyme in _RHYMES.split() if rhyme != "y")
    yield from _joined("qu", _AFTER_Q.split())


def _without_onset() -> Iterator[str]:
    """Those that begin with a vowel; iê is written yê there."""
    yield from (rhyme for rhyme in f"{_RHYMES} {_ROUNDED_RHYMES}".split() if not rhyme.startswith("iê"))
    yield from _ALONE.split()


def _parted(word: str) -> tuple[str, str]:
    """The word without its tone, and the tone; of two tones the second is left, and the word is no syllable."""
    letters = unicodedata.normalize("NFD", word)
    mark = next((character for character in letters if character in _KEY_OF_TONE), "")
    toneless = letters.replace(mark, "", 1) if mark else letters
    return unicodedata.normalize("NFC", toneless), _KEY_OF_TONE.get(mark, "")


def _place_of_tone(toneless: str) -> int:
    """The index of the vowel that bears the tone: a marked one, the one before a consonant, else the middle one."""
    start = _end_of_onset(toneless)
    vowels = [index for index in range(start, len(toneless)) if toneless[index] in "aăâeêioôơuưy"]
    marked = [index for index in vowels if toneless[index] in "ăâêôơư"]
    if marked:
        return marked[-1]
    if vowels[-1] + 1 < len(toneless):
        return vowels[-1]
    return vowels[(len(vowels) - 1) // 2] if len(vowels) < 3 else vowels[1]


def _end_of_onset(toneless: str) -> int:
    found = _ONSET.match(toneless)
    return found.end() if found else 0
