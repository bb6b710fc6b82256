"""Tells Vietnamese from other languages, word by word, by how a Vietnamese syllable can be spelt."""

import re

from vietnamese.fold import fold

_ONSET = "(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?"
_SYLLABLE = re.compile(f"{_ONSET}[aeiouy]{{1,3}}(?:ch?|m|nh?|ng|p|t)?")
_WORD = re.compile(r"[^\W\d_]{2,}")


def foreign_words(text: str) -> list[str]:
    """The words of a text that no Vietnamese syllable is spelt like; abbreviations in capitals are let pass.

    A few English words pass too ("to", "root"); a sentence of them does not.
    """
    found = _WORD.findall(text)
    return [word for word in found if not word.isupper() and not _SYLLABLE.fullmatch(fold(word))]
