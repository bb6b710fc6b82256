"""One state of the embedded index, as `search.ranking.postings` asks for it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from search.index.statistics import Statistics
from search.ranking.fields import IN_TEXTS
from search.ranking.postings import CANDIDATES, SURE_HITS, Candidate, Facets, Frequencies, Tally, Terms, Wanted
from search.ranking.results import Hit
from vietnamese.spelling import clean

_AMONG = "IN (SELECT value FROM json_each(?))"  # many values as one parameter
_COLUMNS = "id, key, kind, title, names, spelled, asked, asked_spelled, is_current, rank"
_Row = tuple[int, str, str, str, str, str, str, str, int, float]


class EmbeddedPostings:
    """See `Postings`; reads inside the transaction of its connection."""

    def __init__(self, db: sqlite3.Connection, statistics: Statistics) -> None:
        self._db = db
        self._statistics = statistics
        self._last: tuple[Wanted, _Found] | None = None

    def frequencies(self, terms: Terms) -> Frequencies:
        """See `Postings`."""
        counted = {
            field: {term: self._statistics.holders(field, term) for term in each} for field, each in terms.items()
        }
        known = {field: {term: count for term, count in each.items() if count} for field, each in counted.items()}
        return Frequencies(self._statistics.total, known, self._statistics.is_whole)

    def strongest(self, wanted: Wanted) -> float:
        """See `Postings`."""
        return max(self._found(wanted).points.values(), default=0.0)

    def best(self, wanted: Wanted, least: float, facets: Facets) -> list[Candidate]:
        """See `Postings`."""
        found = self._found(wanted)
        fitting = found.fitting(least)
        if facets:
            fitting = fitting.intersection(*(self._with(name, values) for name, values in facets.items()))
        likely = [entry for entry in fitting if entry not in found.sure]
        return self._read([*(fitting & found.sure), *self._foremost(likely, found.points)], found)

    def tally(self, wanted: Wanted, least: float, facets: Facets) -> Tally:
        """See `Postings`."""
        fitting = self._found(wanted).fitting(least)
        having = {name: fitting & self._with(name, values) for name, values in facets.items()}
        total = fitting.intersection(*having.values())
        counts = self._count(total)
        for name in facets:
            others = fitting.intersection(*(kept for other, kept in having.items() if other != name))
            counts[name] = self._count(others, name).get(name, {})
        return Tally(len(total), counts)

    def hits(self, chosen: Iterable[tuple[float, Candidate]]) -> tuple[Hit, ...]:
        """See `Postings`."""
        sql = "SELECT url, codes, facets, text FROM entry JOIN body ON body.entry = entry.id WHERE key = ?"
        return tuple(
            _hit(score, candidate, self._db.execute(sql, (candidate.key,)).fetchone()) for score, candidate in chosen
        )

    def _found(self, wanted: Wanted) -> "_Found":
        """What it finds; looked up once for both questions about it."""
        if self._last is None or self._last[0] is not wanted:
            self._last = wanted, _Found(self._db, self._statistics, wanted)
        return self._last[1]

    def _foremost(self, entries: Sequence[int], points: Mapping[int, float]) -> list[int]:
        """The first of these entries; those that share the place of the last are told apart by what is stored."""
        if len(entries) <= CANDIDATES:
            return list(entries)
        ended = self._with("validity", ["ended"])
        places = {entry: (entry in ended, -points[entry]) for entry in entries}
        last = sorted(places.values())[CANDIDATES - 1]
        before = [entry for entry, place in places.items() if place < last]
        level = [entry for entry, place in places.items() if place == last]
        sql = f"SELECT id FROM entry WHERE id {_AMONG} ORDER BY rank DESC, length(title), key LIMIT ?"  # noqa: S608
        rows = self._db.execute(sql, (json.dumps(level), CANDIDATES - len(before)))
        return before + [entry for (entry,) in rows]

    def _with(self, name: str, values: Sequence[str]) -> set[int]:
        """The entries that have one of these values of a facet."""
        return set().union(*(self._statistics.having(clean(name), clean(value)) for value in values))

    def _count(self, entries: Collection[int], name: str = "") -> dict[str, dict[str, int]]:
        """Facet → value → how many of these entries have it; of one facet or of all."""
        sql = f"SELECT name, value, count(*) FROM facet WHERE entry {_AMONG} {'AND name = ?' if name else ''} GROUP BY 1, 2"  # noqa: E501, S608
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for facet, value, count in self._db.execute(sql, (json.dumps(list(entries)), *([name] if name else []))):
            counts[facet][value] = count
        return dict(counts)

    def _read(self, entries: Sequence[int], found: "_Found") -> list[Candidate]:
        sql = f"SELECT {_COLUMNS} FROM entry WHERE id {_AMONG}"  # noqa: S608 - names from this file
        rows = self._db.execute(sql, (json.dumps(entries),)).fetchall()
        matched = found.matched({row[0] for row in rows})
        return [_candidate(row, found, matched.get(row[0], {})) for row in rows]


class _Found:
    """The entries that one wanted thing finds."""

    def __init__(self, db: sqlite3.Connection, statistics: Statistics, wanted: Wanted) -> None:
        self._db = db
        self._statistics = statistics
        self._wanted = wanted

    @cached_property
    def points(self) -> dict[int, float]:
        """Entry → the sum of the weights of the terms that it has."""
        points: dict[int, float] = {}
        for field, weights in self._wanted.weights.items():
            for term, weight in weights.items():
                for entry in self._statistics.entries(field, term):
                    points[entry] = points.get(entry, 0.0) + weight
        return points

    def fitting(self, least: float) -> set[int]:
        """The entries with at least so many points, and the sure ones."""
        return {entry for entry, points in self.points.items() if points >= least} | self.sure

    @cached_property
    def sure(self) -> set[int]:
        """Entries that have an asked code or name."""
        return self.named.union(self.coded)

    @cached_property
    def coded(self) -> dict[int, int]:
        """Entries that have an asked code, or one that goes on from it ("61/2018"), and which of their codes it is."""
        found: dict[int, int] = {}
        for form in self._wanted.codes:
            sql = "SELECT entry, min(place) FROM code WHERE form = ? OR (form > ? AND form < ?) GROUP BY entry LIMIT ?"
            beyond = (f"{form}-", f"{form}.") if "-" in form else ("", "")  # "." follows "-"
            for entry, place in self._db.execute(sql, (form, *beyond, SURE_HITS)):
                found.setdefault(entry, place)
        return found

    @cached_property
    def named(self) -> set[int]:
        """Entries that have an asked name."""
        sql = "SELECT entry FROM name WHERE form = ? LIMIT ?"
        return {row[0] for form in self._wanted.names for row in self._db.execute(sql, (form, SURE_HITS))}

    def matched(self, entries: set[int]) -> dict[int, dict[str, frozenset[str]]]:
        """Entry → field of texts → the wanted terms that it has there."""
        having: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for field in IN_TEXTS:
            for term in self._wanted.weights.get(field, ()):
                for entry in entries.intersection(self._statistics.entries(field, term)):
                    having[entry][field].add(term)
        return {entry: {field: frozenset(each) for field, each in fields.items()} for entry, fields in having.items()}


def _candidate(row: _Row, found: _Found, matched: Mapping[str, frozenset[str]]) -> Candidate:
    entry, key, kind, title, names, spelled, said, said_spelled, is_current, rank = row
    return Candidate(
        key=key,
        kind=kind,
        title=title,
        names=names.split("\n"),
        spelled=spelled.split("\n"),
        is_current=bool(is_current),
        rank=rank,
        said=said.split("\n") if said else (),
        said_spelled=said_spelled.split("\n") if said else (),
        points=found.points.get(entry, 0.0),
        matched=matched,
        code_place=found.coded.get(entry),
        is_named=entry in found.named,
    )


def _hit(score: float, candidate: Candidate, row: tuple[str, str, str, str]) -> Hit:
    url, codes, facets, text = row
    return Hit(
        key=candidate.key,
        score=round(score, 4),
        kind=candidate.kind,
        title=candidate.title,
        url=url,
        codes=tuple(json.loads(codes)),
        is_current=candidate.is_current,
        facets={name: tuple(values) for name, values in json.loads(facets).items()},
        text=text,
    )
