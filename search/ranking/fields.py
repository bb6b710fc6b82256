"""Which parts of an entry questions are looked for in, and the terms of each part."""

import re
from collections import Counter
from collections.abc import Mapping

from pages.entry import SearchEntry
from search.question.terms import known_words, name_form, pairs, spelled_name, spelled_words, terms
from search.ranking.weights import OFTEN_FROM
from vietnamese.fold import fold
from vietnamese.spelling import clean

MAX_TEXT = 30_000  # characters of an entry's text that are kept, for snippets
MAX_SEARCHED = 300_000  # and that are looked into
MAX_NAMES = 50  # of one entry, its title among them
MAX_SAID = 40  # phrases of people about one entry
#: The words and pairs of its names; of its names and text, with what it is; the pairs that its text says often; the
#: words and pairs of what people say of it, which files of an index call "in_asked".
FIELDS = ("in_names", "in_text", "in_text_often", "in_asked")
IN_NAMES, *IN_TEXTS = FIELDS
IN_TEXT, IN_TEXT_OFTEN, IN_SAID = IN_TEXTS
#: What an entry is, as terms that no text holds: a commune carries it out; no level of the state at home does; its name
#: says that it is about foreigners, or about what is done abroad.
BY_COMMUNE, NOT_AT_HOME, FOREIGN = "_commune", "_not_at_home", "_foreign"
_FOREIGN = re.compile(r"\b(?:nuoc ngoai|ngoai giao|lanh su|xuat canh|nhap canh|quoc te)\b")


def names_of(entry: SearchEntry) -> list[str]:
    """All its names, the title first, cleaned; not more than `MAX_NAMES`."""
    return [clean(name) for name in (entry.title, *entry.names)][:MAX_NAMES]


def spelled_names_of(entry: SearchEntry) -> Mapping[str, str]:
    """The form of each of its names (`name_form`), the title's first → the name with its marks, word for word."""
    names = names_of(entry)
    return dict(zip(map(name_form, names), map(spelled_name, names), strict=True))


def said_of(entry: SearchEntry) -> Mapping[str, str]:
    """What people say of it: each phrase as plain words → with its marks, word for word. Of phrases that differ in
    marks alone the last."""
    said = entry.said[:MAX_SAID]
    return {" ".join(known_words(phrase)): " ".join(spelled_words(phrase)) for phrase in said}


def text_of(entry: SearchEntry) -> str:
    """What is kept of its text, cleaned."""
    return clean(entry.body[:MAX_TEXT])


def field_terms(entry: SearchEntry) -> Mapping[str, set[str]]:
    """Field → all terms that the entry has there."""
    in_names = set[str]().union(*map(terms, names_of(entry)))
    words = known_words(entry.body[:MAX_SEARCHED])
    counted = Counter(pairs(words))
    often = {pair for pair, count in counted.items() if count >= OFTEN_FROM}
    return {
        IN_NAMES: in_names,
        IN_TEXT: in_names.union(words, counted, _traits(entry)),
        IN_TEXT_OFTEN: often,
        IN_SAID: set[str]().union(*map(terms, said_of(entry))),
    }


def _traits(entry: SearchEntry) -> set[str]:
    """What it is, by its levels; an entry that knows no levels at all has no traits."""
    levels = entry.facets.get("level")
    if levels is None:
        return set()
    foreign = {FOREIGN} if _FOREIGN.search(fold(entry.title)) else set()
    return foreign | ({BY_COMMUNE}.intersection({f"_{level}" for level in levels}) if levels else {NOT_AT_HOME})


def facets_of(entry: SearchEntry) -> Mapping[str, tuple[str, ...]]:
    """Its facets, and with them the kind and whether it is in force."""
    return {
        **entry.facets,
        "kind": (entry.kind,),
        "validity": ("current" if entry.is_current else "ended",),
    }
