"""Who has a term, out of the embedded index: remembered until the index changes."""

import json
import sqlite3
from array import array
from dataclasses import dataclass, field
from typing import Any

REMEMBERED = 500  # lists of who has a term, or a value of a facet
REMEMBERED_COUNTS = 20_000  # numbers of those who have a term


@dataclass
class Statistics:
    """The lists of one generation of the index. `total` counts entries; `is_whole` tells a rebuilt index from one that
    only got what was published since."""

    db: sqlite3.Connection
    generation: int
    is_whole: bool
    total: int
    _having: dict[tuple[str, str], frozenset[int]] = field(default_factory=dict)
    _holders: dict[tuple[str, str], int] = field(default_factory=dict)
    _entries: dict[tuple[str, str], "array[int]"] = field(default_factory=dict)

    def having(self, facet: str, value: str) -> frozenset[int]:
        """The ids of the entries that have this value of the facet."""
        if (facet, value) not in self._having:
            _make_room(self._having, REMEMBERED)
            sql = "SELECT entry FROM facet WHERE name = ? AND value = ?"
            self._having[facet, value] = frozenset(entry for (entry,) in self.db.execute(sql, (facet, value)))
        return self._having[facet, value]

    def holders(self, table: str, term: str) -> int:
        """How many entries have the term in that field."""
        if (table, term) not in self._holders:
            _make_room(self._holders, REMEMBERED_COUNTS)
            row = self.db.execute(f"SELECT doc FROM {table}_terms WHERE term = ?", (term,)).fetchone()  # noqa: S608
            self._holders[table, term] = row[0] if row else 0
        return self._holders[table, term]

    def entries(self, table: str, term: str) -> "array[int]":
        """The ids of the entries that have the term in that field."""
        if (table, term) not in self._entries:
            _make_room(self._entries, REMEMBERED)
            sql = f"SELECT json_group_array(rowid) FROM {table} WHERE {table} MATCH ?"  # noqa: S608
            self._entries[table, term] = array("q", json.loads(self.db.execute(sql, (f'"{term}"',)).fetchone()[0]))
        return self._entries[table, term]


def statistics(db: sqlite3.Connection, memory: dict[str, object]) -> Statistics:
    """The lists for the state that `db` sees, those remembered in `memory` if nothing was written since."""
    generation, is_whole = db.execute("SELECT generation, is_whole FROM state").fetchone()
    kept = memory.get("statistics")
    if isinstance(kept, Statistics) and kept.generation == generation:
        return kept
    total = db.execute("SELECT count(*) FROM entry").fetchone()[0]
    memory["statistics"] = fresh = Statistics(db, generation, bool(is_whole), total)
    return fresh


def _make_room(kept: dict[Any, Any], most: int) -> None:
    """Forgets everything once too much is remembered: strangers choose what is asked."""
    if len(kept) >= most:
        kept.clear()
