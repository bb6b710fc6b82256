"""The engine for a cluster, behind the port."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from typing import Any

from pages.entry import SearchEntry
from search.index.elastic import questions
from search.index.elastic.aliases import Aliases
from search.index.elastic.documents import STATE, document, findable, line_of, state
from search.index.elastic.postings import ElasticPostings
from search.index.elastic.remembered import Memory
from search.index.elastic.searching import searched
from search.index.elastic.server import Deadline, Server
from search.index.port import IndexUnavailableError
from search.index.suggesting import foremost, typed
from search.question.query import Query
from search.ranking.answering import answer
from search.ranking.results import Results, Suggestion
from vietnamese.spelling import clean

OnlyWriter = Callable[[float], AbstractContextManager[None]]
_logger = logging.getLogger(__name__)


class ElasticIndex:
    """A `search.index.port.SearchIndex` in an Elasticsearch of one or more nodes.

    `only_writer` shuts out every other writer, waiting so many seconds for it, or raises IndexUnavailableError: the
    server has no such thing. A reading is given up after `read_time` seconds in all.
    """

    def __init__(
        self,
        server: Server,
        prefix: str,
        only_writer: OnlyWriter,
        read_time: float = 0.7,
        write_wait: float = 2.0,
        rebuild_wait: float = 60.0,
    ) -> None:
        self._server = server
        self._aliases = Aliases(server, prefix)
        self._only_writer = only_writer
        self._read_time = read_time
        self._write_wait = write_wait
        self._rebuild_wait = rebuild_wait
        self._memory = Memory()

    def put(self, entries: Iterable[SearchEntry], instead_of: Iterable[str] = ()) -> None:
        """See the port. All entries are read before any is sent; when sending breaks off, put the same again."""
        with self._only_writer(self._write_wait):
            documents = {(held := document(entry))["key"]: held for entry in entries}
            gone = {clean(key) for key in instead_of} - documents.keys()
            self._aliases.ensure()
            actions = [*_added(documents.values()), *({"_op_type": "delete", "_id": key} for key in gone), _renewed()]
            self._server.bulk(actions, index=self._aliases.write, require_alias=True, refresh=True)

    def take(self, keys: Iterable[str]) -> None:
        """See the port."""
        self.put((), instead_of=keys)

    def rebuild(self, entries: Iterable[SearchEntry]) -> int:
        """See the port."""
        with self._only_writer(self._rebuild_wait):
            name = self._aliases.begin()
            try:
                self._server.bulk(_added(map(document, entries)), index=name)
                self._aliases.complete(name)
            except BaseException:
                with suppress(IndexUnavailableError):
                    self._aliases.abandon(name)
                raise
            self._aliases.move_to(name)
        return self.count_or_fail()

    def search(self, query: Query) -> Results:
        """See the port."""
        try:
            return self.search_or_fail(query)
        except IndexUnavailableError as error:
            _logger.warning("Chỉ mục tìm kiếm không dùng được: %s", error)
            return Results(unavailable=True)

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        """See the port."""
        try:
            return self.suggest_or_fail(text, limit)
        except IndexUnavailableError as error:
            _logger.warning("Chỉ mục tìm kiếm không dùng được: %s", error)
            return []

    def count(self) -> int:
        """See the port."""
        try:
            return self.count_or_fail()
        except IndexUnavailableError:
            return 0

    def kinds(self) -> Mapping[str, int]:
        """See the port."""
        try:
            return ElasticPostings(self._deadline(), self._aliases.read, self._memory).kinds()
        except IndexUnavailableError:
            return {}

    def search_or_fail(self, query: Query) -> Results:
        """`search` that raises IndexUnavailableError."""
        return answer(ElasticPostings(self._deadline(), self._aliases.read, self._memory), query)

    def suggest_or_fail(self, text: str, limit: int) -> list[Suggestion]:
        """`suggest` that raises IndexUnavailableError."""
        wanted = typed(text)
        if wanted is None or limit <= 0:
            return []
        answers = searched(self._deadline(), self._aliases.read, questions.beginnings(wanted))
        lines = (line_of(each) for found in answers for each in found["hits"]["hits"])
        return foremost(map(findable, lines), wanted, limit)

    def count_or_fail(self) -> int:
        """`count` that raises IndexUnavailableError."""
        entries = questions.ENTRIES
        return int(self._deadline().ask(lambda client: client.count(index=self._aliases.read, query=entries), "count"))

    def _deadline(self) -> Deadline:
        return self._server.deadline(self._read_time)


def _added(documents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return ({"_id": held["key"], "_source": held} for held in documents)


def _renewed() -> dict[str, Any]:
    """The last action of a writing: whoever sees it sees all the others."""
    return {"_op_type": "update", "_id": STATE, "doc": state(), "doc_as_upsert": True}
