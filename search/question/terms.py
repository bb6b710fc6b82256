"""How any text is broken up, for finding as for asking: words, pairs of syllables, codes, names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from procedures_catalog.facts.codes import code_query
from vietnamese.fold import fold, words
from vietnamese.sounds import one_i, one_plain_i

#: A word of a text: letters and digits of any alphabet.
WORD = re.compile(r"[^\W_]+")
MAX_WORD = 64  # a longer run of letters is no word in any language that people search in
_LEADS = (("thu", "tuc", "hanh", "chinh"), ("thu", "tuc"), ("tthc",))


def folded_line(text: str) -> str:
    """The text in the form in which questions and names meet: folded, with one spelling of i and y (kỳ, kì).

    One character for each of `clean(text)`.
    """
    return one_plain_i(fold(text))


def known_words(text: str) -> list[str]:
    """The plain words of the text in their order, without runs too long to be words."""
    found = WORD.findall(folded_line(text))
    if max(map(len, found), default=0) <= MAX_WORD:
        return found
    return [word for word in found if len(word) <= MAX_WORD]


def spelled_words(text: str) -> list[str]:
    """The same words with their marks, one for each of `known_words(text)`; i and y in one spelling, too."""
    spelled = one_i(text)
    spans = [found.span() for found in WORD.finditer(folded_line(text))]
    return [spelled[start:end] for start, end in spans if end - start <= MAX_WORD]


def is_sign(term: str) -> bool:
    """Whether a term is letters and digits together, as forms are called ("ct01", "5g"); a pair is none."""
    return term.isalnum() and not term.isalpha() and not term.isdigit() and any(map(str.isalpha, term))


def pairs(ordered: Iterable[str]) -> Iterator[str]:
    """Neighbours joined: most Vietnamese words have two syllables ("khai_sinh"). `_` stands in no word."""
    return map("_".join, pairwise(ordered))


def terms(text: str) -> set[str]:
    """All that a text can be found by: its words and its pairs."""
    ordered = known_words(text)
    return {*ordered, *pairs(ordered)}


def name_form(text: str) -> str:
    """What two names have in common when they are the same name: folded, a leading "thủ tục" left out."""
    return " ".join(_without_lead(known_words(text)))


def spelled_name(text: str) -> str:
    """The name with its marks, word for word beside `name_form`."""
    return " ".join(spelled_words(text)[-len(_without_lead(known_words(text))) :])


def code_form(text: str) -> str:
    """What two spellings of one code have in common: 1001193, 1.001193.000.00.00.H37 → "1-001193"; 61/2018/NĐ-CP →
    "61-2018-nd-cp". "" for a text without letters and digits."""
    return "-".join(words(code_query(fold(text)) or text))


def _without_lead(ordered: Sequence[str]) -> Sequence[str]:
    lead = next((lead for lead in _LEADS if tuple(ordered[: len(lead)]) == lead), ())
    return ordered[len(lead) :] or ordered
