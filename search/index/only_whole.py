"""Lets nobody take the answer of an index that has not got everything for an answer."""

from collections.abc import Callable

from search.index.port import SearchReader
from search.question.query import Query
from search.ranking.results import Results, Suggestion


class OnlyWhole:
    """A `SearchReader` that answers `unavailable` in place of an index that is not whole: by the index's own word, or
    because `suffices` says no of the number of its entries. `ailing` is called then, and when it cannot be asked."""

    def __init__(self, index: SearchReader, suffices: Callable[[int], bool], ailing: Callable[[], object]) -> None:
        self._index = index
        self._suffices = suffices
        self._ailing = ailing

    def search(self, query: Query) -> Results:
        """See the port."""
        results = self._index.search(query)
        if not results.unavailable and not results.incomplete and self._suffices(results.held):
            return results
        self._ailing()
        return Results(unavailable=True)

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        """See the port; a suggestion that is missing misleads nobody."""
        return self._index.suggest(text, limit)

    def count(self) -> int:
        """See the port."""
        return self._index.count()
