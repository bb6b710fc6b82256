"""Reads abbreviations by the initials of the names that can be found: gplhx → giấy phép lưu hành xe.

Offices make a new abbreviation every day; no list has them all, but what they stand for is nearly always a name, or
words that stand together in one.
"""

from collections import Counter
from collections.abc import Iterable

from search.question.phrases import replaced, words_of
from search.question.terms import known_words
from vietnamese.syllables import is_plain_syllable

MOST = 4  # abbreviations of one question that are looked up
SHORTEST = 4  # letters; shorter ones begin far too many things
LONGEST = 12


class Initials:
    """The names with the initials of their words. Never changes; some 200 bytes for each name."""

    def __init__(self, names: Iterable[str]) -> None:
        told = (known_words(name) for name in names)
        self._names = [(" ".join(words), "".join(word[0] for word in words)) for words in told]

    def reading(self, letters: str) -> str:
        """The folded words with these initials that stand together most often; "" when none do."""
        found = Counter(
            " ".join(name.split()[at : at + len(letters)])
            for name, initials in self._names
            if (at := initials.find(letters)) >= 0
        )
        return found.most_common(1)[0][0] if found else ""


def is_run_of_initials(word: str) -> bool:
    """Whether a folded word may be an abbreviation: some letters that are no syllable."""
    return SHORTEST <= len(word) <= LONGEST and word.isalpha() and word.isascii() and not is_plain_syllable(word)


def has_initials(text: str) -> bool:
    """Whether anything in the text may be an abbreviation."""
    return any(is_run_of_initials(word.folded) for word in words_of(text))


def in_full(text: str, initials: Initials) -> str:
    """The text with its abbreviations in full, as far as names have them; otherwise as it is."""
    runs = [word for word in words_of(text) if is_run_of_initials(word.folded)][:MOST]
    readings = [(word.start, word.end, initials.reading(word.folded)) for word in runs]
    return replaced(text, [reading for reading in readings if reading[2]])
