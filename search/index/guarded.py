"""An engine that may fail, with one beside it that then answers at once."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from search.index.breaker import Breaker
from search.index.port import IndexMissingError, SearchReader
from search.question.query import Query
from search.ranking.results import Results, Suggestion

PATIENCE = 0.8  # seconds for the first engine; what is left of one second is for the second
PAUSE = 15.0  # seconds before a failed engine is tried again
ASKED_AT_ONCE = 16
_Answer = TypeVar("_Answer")
_logger = logging.getLogger(__name__)


class Fallible(Protocol):
    """An engine that says when it fails: each of these raises IndexUnavailableError."""

    def search_or_fail(self, query: Query) -> Results: ...
    def suggest_or_fail(self, text: str, limit: int) -> list[Suggestion]: ...
    def count_or_fail(self) -> int: ...


class GuardedIndex:
    """A `SearchReader` that asks `main`, and `spare` whenever `main` fails, is slow, or has not got everything yet.

    `main` is asked in a thread of its own, because a network can be slow in ways that no time limit of a client knows
    (a name server that does not answer, a server that sends one byte a second). `recovered` is called when `main`
    answers again, `short` when it answers and has not got everything, by its own word or because `suffices` says no of
    the number of its entries. For one process: a forked one needs its own.
    """

    def __init__(
        self,
        main: Fallible,
        spare: SearchReader,
        breaker: Breaker,
        recovered: Callable[[], object],
        patience: float = PATIENCE,
        suffices: Callable[[int], bool] = lambda held: True,
        short: Callable[[], object] = lambda: None,
    ) -> None:
        self._main = main
        self._spare = spare
        self._breaker = breaker
        self._recovered = recovered
        self._patience = patience
        self._suffices = suffices
        self._short = short
        self._threads = ThreadPoolExecutor(ASKED_AT_ONCE, thread_name_prefix="search")

    def search(self, query: Query) -> Results:
        """See the port."""
        results = self._asked(lambda: self._main.search_or_fail(query))
        if results is not None and self._is_whole(results):
            return results
        instead = self._spare.search(query)
        return results if results is not None and instead.unavailable else instead

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        """See the port."""
        lines = self._asked(lambda: self._main.suggest_or_fail(text, limit))
        return self._spare.suggest(text, limit) if lines is None else lines

    def count(self) -> int:
        """See the port."""
        number = self._asked(self._main.count_or_fail)
        return self._spare.count() if number is None else number

    def main_answers(self) -> bool:
        """Whether `main` answers now and has got everything; tries it unless it failed a moment ago."""
        results = self._asked(lambda: self._main.search_or_fail(Query("")))
        return results is not None and self._is_whole(results)

    def seconds_failing(self) -> float | None:
        """For how long `main` has been failing; None while it answers."""
        return self._breaker.seconds_open()

    def _is_whole(self, results: Results) -> bool:
        if not results.incomplete and self._suffices(results.held):
            return True
        self._short()
        return False

    def _asked(self, ask: Callable[[], _Answer]) -> _Answer | None:
        """The answer of `main`; None when it is not to be asked now or does not answer in time."""
        if not self._breaker.allows():
            return None
        future = self._threads.submit(ask)
        try:
            answer = future.result(self._patience)
        except IndexMissingError:
            self._short()
            return None
        except Exception as error:  # whatever a broken server makes of its answer, somebody is waiting for one
            future.cancel()
            self._breaker.failed()
            _logger.warning("Máy tìm kiếm không trả lời, dùng chỉ mục trên máy: %r", error)
            return None
        if self._breaker.succeeded():
            _logger.warning("Máy tìm kiếm đã trả lời trở lại.")
            self._recovered()
        return answer
