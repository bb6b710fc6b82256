"""Why a question misses: no common words, not looked at, a twin above, the same sector, or something else."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.judging.questions import Answered
from search.question.terms import known_words, terms

CUT = 3  # a right answer further down is a miss
#: Of all words of two names, what is common to twins: they differ in an action, a level, a place.
TWIN = 0.6
#: The causes, the first that holds is told.
NO_WORD = "no_common_pair"  # neither its names nor people's phrases have two neighbours of the question
UNREACHED = "not_looked_at"  # it is not among the entries that are put in order
TWINS = "twin_above"
SECTOR = "same_sector_above"
OTHER = "another_subject_above"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a procedure: its names, the title first, what people say of it, its sector's slug."""

    names: tuple[str, ...]
    said: tuple[str, ...] = ()
    sector: str = ""


#: Code → what is known of it.
Catalogue = Mapping[str, Known]


def misses(answered: Iterable[Answered]) -> list[Answered]:
    """Those without a right answer among the first three."""
    return [each for each in answered if not 0 < each.place <= CUT]


def causes(missed: Sequence[tuple[Answered, Sequence[str]]], known: Catalogue) -> dict[str, dict[str, int]]:
    """Kind of question → cause → how many. Each miss comes with all codes that were put in order for it."""
    told: dict[str, Counter[str]] = {}
    for answered, ordered in missed:
        told.setdefault(answered.judged.kind, Counter())[cause(answered, ordered, known)] += 1
    return {kind: dict(counted.most_common()) for kind, counted in sorted(told.items())}


def cause(answered: Answered, ordered: Sequence[str], known: Catalogue) -> str:
    """Why this question has no right answer among the first three."""
    right = [known[code] for code in answered.judged.gold if code in known]
    above = [known[code] for code in answered.codes[:CUT] if code in known]
    if not any(_pairs(answered.judged.text) & _said(one) for one in right):
        return NO_WORD
    if answered.judged.gold.isdisjoint(ordered):
        return UNREACHED
    if any(_are_twins(one, other) for one in right for other in above):
        return TWINS
    return SECTOR if {one.sector for one in right} & {one.sector for one in above} else OTHER


def _pairs(text: str) -> set[str]:
    return {term for term in terms(text) if "_" in term}


def _said(one: Known) -> set[str]:
    return set[str]().union(*map(_pairs, (*one.names, *one.said)))


def _are_twins(one: Known, other: Known) -> bool:
    words, others = set(known_words(one.names[0])), set(known_words(other.names[0]))
    return len(words & others) >= TWIN * len(words | others)
