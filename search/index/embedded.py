"""The engine for one machine: SQLite's full-text tables in a file of their own, beside any database.

FTS5 answers who has a term; `search.ranking.ranking` says what that is worth. (Its own bm25 was measured: it visits
every hit twice and was three to eight times slower on whole questions, for the same order.)
"""

import logging
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from pages.entry import SearchEntry
from pages.files.disk_room import NoRoomError, demand_room
from search.index import schema
from search.index.aside import worked
from search.index.connection import IndexFile
from search.index.embedded_postings import EmbeddedPostings
from search.index.embedded_suggesting import findable
from search.index.port import IndexUnavailableError
from search.index.statistics import statistics
from search.index.suggesting import foremost, typed
from search.question.query import Query
from search.ranking.answering import answer
from search.ranking.results import Results, Suggestion

_NONSENSE = (ValueError, TypeError, LookupError, OverflowError)  # what comes of reading a damaged entry
_logger = logging.getLogger(__name__)


class EmbeddedIndex:
    """A `search.index.port.SearchIndex` in one SQLite file.

    A writing waits `write_wait` seconds for another writer, a rebuild `rebuild_wait`; readers never wait for writers.
    A rebuild is refused when it would leave fewer than `kept_free` bytes on the disk.
    """

    def __init__(self, path: Path, write_wait: float = 2.0, rebuild_wait: float = 60.0, kept_free: int = 0) -> None:
        self._file = IndexFile(path)
        self._path = path
        self._kept_free = kept_free
        self._write_wait = write_wait
        self._rebuild_wait = rebuild_wait

    def put(self, entries: Iterable[SearchEntry], instead_of: Iterable[str] = ()) -> None:
        """See the port."""
        gone = set(instead_of)
        with self._file.writing(self._write_wait) as db:
            for entry in entries:
                schema.write(db, schema.prepared(entry))
                gone.discard(entry.key)
            for key in gone:
                schema.erase(db, key)

    def take(self, keys: Iterable[str]) -> None:
        """See the port."""
        self.put((), instead_of=keys)

    def rebuild(self, entries: Iterable[SearchEntry]) -> int:
        """See the port."""
        self._file.discard_if_broken()
        self._demand_room()
        try:
            with self._file.writing(self._rebuild_wait, anew=True) as db:
                for entry in worked(schema.prepared, entries):
                    schema.write(db, entry)
                schema.optimize(db)
                db.execute("UPDATE state SET is_whole = 1")
                return _count(db)
        finally:
            self._file.shrink()  # also what a failure left in the log

    def search(self, query: Query) -> Results:
        """See the port."""
        try:
            with self._file.reading() as (db, memory):
                return answer(EmbeddedPostings(db, statistics(db, memory)), query)
        except IndexUnavailableError as error:
            _logger.warning("Chỉ mục tìm kiếm không dùng được: %s", error)
        except _NONSENSE:
            _logger.exception("Chỉ mục tìm kiếm trả lời điều không đọc được")
        return Results(unavailable=True)

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        """See the port."""
        try:
            with self._file.reading() as (db, _):
                wanted = typed(text)
                return foremost(findable(db, wanted), wanted, limit) if wanted else []
        except IndexUnavailableError as error:
            _logger.warning("Chỉ mục tìm kiếm không dùng được: %s", error)
        except _NONSENSE:
            _logger.exception("Chỉ mục tìm kiếm trả lời điều không đọc được")
        return []

    def count(self) -> int:
        """See the port."""
        try:
            with self._file.reading() as (db, _):
                return _count(db)
        except IndexUnavailableError:
            return 0

    def kinds(self) -> Mapping[str, int]:
        """See the port."""
        try:
            with self._file.reading() as (db, _):
                return dict(db.execute("SELECT kind, count(*) FROM entry GROUP BY kind").fetchall())
        except IndexUnavailableError:
            return {}

    def ailment(self) -> str:
        """Why the file cannot be trusted, "" when every part of it can be read and fits the others. Reads all of it."""
        try:
            with self._file.reading() as (db, _):
                if not db.execute("SELECT is_whole FROM state").fetchone()[0]:
                    return "chưa từng được lập đầy đủ"
            self._file.examine()
        except IndexUnavailableError as error:
            return str(error)
        return ""

    def _demand_room(self) -> None:
        """While it is built anew the old index stays, and the new one is written twice: log and file."""
        size = self._path.stat().st_size if self._path.is_file() else 0
        try:
            demand_room(self._path.parent, 2 * size, self._kept_free)
        except NoRoomError as error:
            raise IndexUnavailableError(str(error)) from error


def _count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM entry").fetchone()[0])
