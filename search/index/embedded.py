"""The engine for one machine: SQLite's full-text tables in a file of their own, beside any database.

FTS5 answers who has a term; `search.ranking` says what that is worth. (Its own bm25 was measured: it visits every hit
twice and was three to eight times slower on whole questions, for the same order.)
"""

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path

from pages.entry import SearchEntry
from search import ranking
from search.index import schema, suggesting
from search.index.connection import IndexFile
from search.index.port import IndexUnavailableError
from search.index.statistics import Statistics, statistics
from search.query import Asked, Query, take_apart
from search.ranking import Candidate
from search.results import Hit, Results, Suggestion
from vietnamese.spelling import clean

CANDIDATES = 300  # of one question; no answer is longer
HEAD_TERMS = 25
BODY_PAIRS = 12
BODY_WORDS = 5
RARE = 0.02  # of all entries: so rare a word is worth looking for in texts even beside pairs
CODE_HITS = 100
SURE = 1e6  # points that make a candidate of whatever has the asked code or name
_logger = logging.getLogger(__name__)


class EmbeddedIndex:
    """A `search.index.port.SearchIndex` in one SQLite file.

    A writing waits `write_wait` seconds for another writer, a rebuild `rebuild_wait`; readers never wait for writers.
    """

    def __init__(self, path: Path, write_wait: float = 2.0, rebuild_wait: float = 60.0) -> None:
        self._file = IndexFile(path)
        self._write_wait = write_wait
        self._rebuild_wait = rebuild_wait

    def put(self, entries: Iterable[SearchEntry], instead_of: Iterable[str] = ()) -> None:
        """See the port."""
        gone = set(instead_of)
        with self._file.writing(self._write_wait) as db:
            for entry in entries:
                schema.write(db, entry)
                gone.discard(entry.key)
            for key in gone:
                schema.erase(db, key)

    def take(self, keys: Iterable[str]) -> None:
        """See the port."""
        self.put((), instead_of=keys)

    def rebuild(self, entries: Iterable[SearchEntry]) -> int:
        """See the port."""
        self._file.discard_if_broken()
        with self._file.writing(self._rebuild_wait, anew=True) as db:
            for entry in entries:
                schema.write(db, entry)
            schema.optimize(db)
            db.execute("UPDATE state SET is_whole = 1")
            count = _count(db)
        self._file.shrink()
        return count

    def search(self, query: Query) -> Results:
        """See the port."""
        asked = take_apart(query.text)
        try:
            with self._file.reading() as (db, memory):
                return _Search(db, statistics(db, memory), asked, query).results()
        except IndexUnavailableError as error:
            _logger.warning("Chỉ mục tìm kiếm không dùng được: %s", error)
            return Results(unavailable=True)

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        """See the port."""
        try:
            with self._file.reading() as (db, _):
                return suggesting.suggestions(db, text, limit)
        except IndexUnavailableError as error:
            _logger.warning("Chỉ mục tìm kiếm không dùng được: %s", error)
            return []

    def count(self) -> int:
        """See the port."""
        try:
            with self._file.reading() as (db, _):
                return _count(db)
        except IndexUnavailableError:
            return 0


@dataclass
class _Search:
    """One question on its way through the index."""

    db: sqlite3.Connection
    statistics: Statistics
    asked: Asked
    query: Query

    def results(self) -> Results:
        weights = self._head_weights()
        ordered = ranking.order(self._candidates(weights), self.asked, weights)
        counts = Counter(candidate.kind for _, candidate in ordered)
        wanted = [pair for pair in ordered if self.query.kind in ("", pair[1].kind)]
        shown = wanted[self.query.offset : self.query.offset + self.query.limit]
        incomplete = not self.statistics.is_whole
        return Results(self._hits(shown), len(wanted), dict(counts), incomplete=incomplete)

    def _head_weights(self) -> dict[str, float]:
        terms = (*self.asked.words, *self.asked.pairs)
        return self.statistics.weights("heads", self.statistics.rarest("heads", terms, HEAD_TERMS))

    def _body_weights(self) -> dict[str, float]:
        pairs = self.statistics.rarest("bodies", self.asked.pairs, BODY_PAIRS)
        words = self.statistics.rarest("bodies", self.asked.words, BODY_WORDS)
        most = RARE * self.statistics.total if pairs else self.statistics.total
        rare = [word for word in words if self.statistics.holders("bodies", word) <= most]
        return self.statistics.weights("bodies", [*pairs, *rare])

    def _candidates(self, weights: Mapping[str, float]) -> list[Candidate]:
        """What may be an answer: the strongest by their terms, and whatever has the asked code or name."""
        named = self._points("heads", weights)
        in_text = self._points("bodies", self._body_weights())
        sure = self._with_code() | dict.fromkeys(self._with_name())
        points = dict(named)
        for entry, value in in_text.items():
            points[entry] = points.get(entry, 0.0) + ranking.IN_TEXT * value
        for entry in sure:
            points[entry] = points.get(entry, 0.0) + SURE
        allowed = self._allowed()
        known = points if allowed is None else allowed.intersection(points)
        best = nlargest(CANDIDATES, known, key=points.__getitem__)
        return self._read(best, in_text, sure)

    def _points(self, table: str, weights: Mapping[str, float]) -> dict[int, float]:
        """Entry → the weight of the terms that it has."""
        points: dict[int, float] = {}
        for term, weight in weights.items():
            for entry in self.statistics.entries(table, term):
                points[entry] = points.get(entry, 0.0) + weight
        return points

    def _with_code(self) -> dict[int, int | None]:
        """Entries that have an asked code, or one that goes on from it ("61/2018"), and which of their codes it is."""
        found: dict[int, int | None] = {}
        for form in self.asked.codes:
            sql = "SELECT entry, min(place) FROM code WHERE form = ? OR (form > ? AND form < ?) GROUP BY entry LIMIT ?"
            beyond = (f"{form}-", f"{form}.") if "-" in form else ("", "")  # "." follows "-"
            for entry, place in self.db.execute(sql, (form, *beyond, CODE_HITS)):
                found.setdefault(entry, place)
        return found

    def _with_name(self) -> list[int]:
        rows = self.db.execute("SELECT entry FROM name WHERE form = ? LIMIT ?", (self.asked.name, CODE_HITS))
        return [entry for (entry,) in rows]

    def _allowed(self) -> set[int] | None:
        """The entries that have the wanted facets; None when none is wanted."""
        allowed: set[int] | None = None
        for name, values in self.query.facets.items():
            sql = "SELECT entry FROM facet WHERE name = ? AND value IN (SELECT value FROM json_each(?))"
            rows = {entry for (entry,) in self.db.execute(sql, (clean(name), json.dumps(list(values))))}
            allowed = rows if allowed is None else allowed & rows
        return allowed

    def _read(
        self, entries: Sequence[int], in_text: Mapping[int, float], sure: Mapping[int, int | None]
    ) -> list[Candidate]:
        sql = """SELECT id, key, kind, title, names, is_current, rank FROM entry
                 WHERE id IN (SELECT value FROM json_each(?))"""
        rows = self.db.execute(sql, (json.dumps(entries),))
        return [_candidate(row, in_text.get(row[0], 0.0), sure.get(row[0])) for row in rows]

    def _hits(self, shown: Sequence[tuple[float, Candidate]]) -> tuple[Hit, ...]:
        sql = "SELECT url, codes, facets, text FROM entry JOIN body ON body.entry = entry.id WHERE key = ?"
        return tuple(
            _hit(points, candidate, self.db.execute(sql, (candidate.key,)).fetchone()) for points, candidate in shown
        )


def _candidate(row: tuple[int, str, str, str, str, int, float], in_text: float, place: int | None) -> Candidate:
    _, key, kind, title, names, is_current, rank = row
    return Candidate(key, kind, title, names.split("\n"), bool(is_current), rank, in_text, place)


def _hit(points: float, candidate: Candidate, row: tuple[str, str, str, str]) -> Hit:
    url, codes, facets, body = row
    return Hit(
        key=candidate.key,
        score=round(points, 4),
        kind=candidate.kind,
        title=candidate.title,
        url=url,
        codes=tuple(json.loads(codes)),
        is_current=candidate.is_current,
        facets={name: tuple(values) for name, values in json.loads(facets).items()},
        text=body,
    )


def _count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM entry").fetchone()[0])
