"""Judges an agency's name: its kind, and its level where the name says it."""

from functools import lru_cache

from procedures_catalog.facts.agencies.kinds import Judged
from procedures_catalog.facts.agencies.spellings import COUNTER, LEVEL_WORDS, PERSON, SPELLINGS
from vietnamese.fold import words


@lru_cache(maxsize=4096)
def judge(name: str) -> Judged:
    """What a name says; of a person or a counter, what the agency behind is. Any text; "" names nobody."""
    text = PERSON.sub("", " ".join(words(name)))
    counter = COUNTER.match(text)
    rest = text[counter.end() :] if counter else text
    for spelt in SPELLINGS:
        if spelt.pattern.search(rest) and not (counter and spelt.kind == "unnamed"):
            return Judged(spelt.kind, spelt.level or _level(rest) or spelt.otherwise)
    # The level of a counter stands right behind it; what comes later is its address.
    return Judged("centre", _level(rest[:8])) if counter else Judged("other", _level(rest))


def _level(text: str) -> str:
    found = LEVEL_WORDS.search(text)
    return found.lastgroup or "" if found else ""
