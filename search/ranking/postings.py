"""What the order of hits needs to know of an engine: who has which terms.

Each engine answers these few questions in its own way; everything else is decided once, in `search.ranking.answering`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.ranking.results import Hit

#: Entries that are put in order one by one; those behind them are counted, but nobody leafs so far.
CANDIDATES = 200
#: Entries with an asked code, or an asked name, that are looked at; one decision publishes a hundred procedures.
SURE_HITS = 500
#: Weights are multiples of this, so that sums are the same in every engine's arithmetic.
GRAIN = 1 / 256

Terms = Mapping[str, Sequence[str]]  # field → terms
Facets = Mapping[str, Sequence[str]]  # facet → values of which an entry must have one


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How many entries there are, and how many of them have a term: field → term → number, without the unknown."""

    total: int
    holders: Mapping[str, Mapping[str, int]]
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for. `weights`: field → term → what having it adds to an entry's points (multiples of `GRAIN`).
    `codes` and `names` are forms (`search.question.terms`); whatever has one of them is an answer whatever its
    points."""

    weights: Mapping[str, Mapping[str, float]]
    codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the place of an entry depends on.

    `names` are the forms of its title and other names, title first, `said` what people say of it; `spelled` and
    `said_spelled` are the same with their marks, one for one and word for word. `matched` says for each field of texts
    which wanted terms it has; `code_place` is 0 when an asked code is its own, more for its other codes, None for none.
    """

    key: str
    kind: str
    title: str
    names: Sequence[str]
    is_current: bool
    rank: float
    spelled: Sequence[str] = ()
    said: Sequence[str] = ()
    said_spelled: Sequence[str] = ()
    points: float = 0.0
    matched: Mapping[str, frozenset[str]] = field(default_factory=dict)
    code_place: int | None = None
    is_named: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it has an asked code or name, and so is no chance hit."""
        return self.is_named or self.code_place is not None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries fit: `total` of them with all facets, `facets`: facet → value → number with the other facets."""

    total: int
    facets: Mapping[str, Mapping[str, int]]


class Postings(Protocol):
    """One state of an index. "kind" and "validity" ("current", "ended") are facets like any other."""

    def frequencies(self, terms: Terms) -> Frequencies:
        """How common these terms are."""
        ...

    def strongest(self, wanted: Wanted) -> float:
        """The most points that any entry has, whatever its facets; 0 when none has any."""
        ...

    def best(self, wanted: Wanted, least: float, facets: Facets) -> list[Candidate]:
        """Of the entries with these facets: at most `SURE_HITS` for each asked code and name, and at most `CANDIDATES`
        others that have at least so many points: those in force first, then by points, rank (high first), length of the
        title, key. In any order."""
        ...

    def tally(self, wanted: Wanted, least: float, facets: Facets) -> Tally:
        """Counts the entries that have at least so many points, or an asked code or name."""
        ...

    def hits(self, chosen: Iterable[tuple[float, Candidate]]) -> tuple[Hit, ...]:
        """Scores and candidates as hits with all that a line shows, in the order given."""
        ...
