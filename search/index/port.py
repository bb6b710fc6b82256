"""The contract that every engine keeps; whoever searches knows this file and no engine."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from pages.entry import SearchEntry
from search.question.query import Query
from search.ranking.results import Results, Suggestion


class IndexUnavailableError(Exception):
    """The index cannot be written now: missing rights, damaged, or busy longer than one should wait."""


class IndexMissingError(IndexUnavailableError):
    """There is no index to ask, though whoever would hold it answers: only a rebuild helps."""


class SearchReader(Protocol):
    """Everything findable. Safe to use from several threads at once."""

    def search(self, query: Query) -> Results:
        """The best hits for a question; see `search.ranking.ranking` for their order. Raises nothing on any text;
        without a usable index the answer is empty and says `unavailable`."""
        ...

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        """At most `limit` things whose name or code goes on from what was typed; in force first. Raises nothing."""
        ...

    def count(self) -> int:
        """How many entries there are; 0 without a usable index."""
        ...


class SearchIndex(SearchReader, Protocol):
    """What is searched and written, by key. Safe to use from several threads and processes at once."""

    def kinds(self) -> Mapping[str, int]:
        """How many entries there are of each kind that has any; empty without a usable index."""
        ...

    def put(self, entries: Iterable[SearchEntry], instead_of: Iterable[str] = ()) -> None:
        """Adds the entries or replaces those of the same key, and takes away the keys of `instead_of` that are not
        among them; all or nothing.

        `entries` is read only after every other writer has been shut out: what is read lazily from the database is
        never older than what somebody else has put. Raises IndexUnavailableError, and what reading `entries` raises.
        """
        ...

    def take(self, keys: Iterable[str]) -> None:
        """Takes away what has these keys; unknown keys are no error. Raises IndexUnavailableError."""
        ...

    def rebuild(self, entries: Iterable[SearchEntry]) -> int:
        """Replaces everything by the entries, repairing what is damaged; returns how many there are.

        Readers find everything old until everything new is there. Raises IndexUnavailableError.
        """
        ...
