"""Which parts of an entry questions are looked for in, and the terms of each part."""

from collections import Counter
from collections.abc import Mapping

from pages.entry import SearchEntry
from search.question.terms import known_words, pairs, terms
from search.ranking.weights import OFTEN_FROM
from vietnamese.spelling import clean

MAX_TEXT = 30_000  # characters of an entry's text that are kept, for snippets
MAX_SEARCHED = 300_000  # and that are looked into
MAX_NAMES = 50  # of one entry, its title among them
#: The words and pairs of its names; of its names and text, with what it is; the pairs that its text says often.
FIELDS = ("in_names", "in_text", "in_text_often")
IN_NAMES, *IN_TEXTS = FIELDS
IN_TEXT, IN_TEXT_OFTEN = IN_TEXTS
#: What an entry is, as terms that no text holds: a commune carries it out; no level of the state at home does.
BY_COMMUNE, NOT_AT_HOME = "_commune", "_not_at_home"


def names_of(entry: SearchEntry) -> list[str]:
    """All its names, the title first, cleaned; not more than `MAX_NAMES`."""
    return [clean(name) for name in (entry.title, *entry.names)][:MAX_NAMES]


def text_of(entry: SearchEntry) -> str:
    """What is kept of its text, cleaned."""
    return clean(entry.body[:MAX_TEXT])


def field_terms(entry: SearchEntry) -> Mapping[str, set[str]]:
    """Field → all terms that the entry has there."""
    in_names = set[str]().union(*map(terms, names_of(entry)))
    words = known_words(entry.body[:MAX_SEARCHED])
    counted = Counter(pairs(words))
    often = {pair for pair, count in counted.items() if count >= OFTEN_FROM}
    return {IN_NAMES: in_names, IN_TEXT: in_names.union(words, counted, _traits(entry)), IN_TEXT_OFTEN: often}


def _traits(entry: SearchEntry) -> set[str]:
    """What it is, by its levels; an entry that knows no levels at all has no traits."""
    levels = entry.facets.get("level")
    if levels is None:
        return set()
    return {BY_COMMUNE}.intersection({f"_{level}" for level in levels}) if levels else {NOT_AT_HOME}


def facets_of(entry: SearchEntry) -> Mapping[str, tuple[str, ...]]:
    """Its facets, and with them the kind and whether it is in force."""
    return {
        **entry.facets,
        "kind": (entry.kind,),
        "validity": ("current" if entry.is_current else "ended",),
    }
