"""How many documents have a term, remembered as long as nobody writes to the index."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from search.ranking.postings import Frequencies, Terms

MOST = 50_000  # terms

Counts = Mapping[str, Mapping[str, int]]  # field → term → number of documents


@dataclass
class Remembered:
    """What is known of one generation of an index; `generation` is another after every writing. Any thread may add."""

    generation: str = ""
    total: int = 0
    is_whole: bool = False
    _holders: dict[tuple[str, str], int] = field(default_factory=dict)

    def unknown(self, terms: Terms) -> dict[str, list[str]]:
        """Those of the terms that have to be asked for."""
        return {name: [term for term in each if (name, term) not in self._holders] for name, each in terms.items()}

    def add(self, counts: Counts) -> None:
        """Remembers counts of this generation; not of terms that nobody has, which strangers can make without end."""
        if len(self._holders) < MOST:
            self._holders.update((key, count) for key, count in _flat(counts) if count)

    def frequencies(self, terms: Terms, counts: Counts) -> Frequencies:
        """All these terms, by what is remembered and what was asked for just now."""
        fresh = dict(_flat(counts))
        known = {name: {term: self._of(name, term, fresh) for term in each} for name, each in terms.items()}
        held = {name: {term: count for term, count in each.items() if count} for name, each in known.items()}
        return Frequencies(self.total, held, self.is_whole)

    def _of(self, name: str, term: str, fresh: Mapping[tuple[str, str], int]) -> int:
        return fresh[name, term] if (name, term) in fresh else self._holders[name, term]


@dataclass
class Memory:
    """What the searches of one process share."""

    latest: Remembered = field(default_factory=Remembered)


def _flat(counts: Counts) -> Iterable[tuple[tuple[str, str], int]]:
    return (((name, term), count) for name, each in counts.items() for term, count in each.items())
