"""How many entries have a term: what makes a term rare, remembered until the index changes."""

import json
import sqlite3
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from search import ranking

COMMON = 0.4  # of all entries: a term that more of them have says too little for the time that it takes
FEW = 50  # entries; among so few no term is common
REMEMBERED = 500  # lists of who has a term


@dataclass
class Statistics:
    """The counts of one generation of the index. `total` counts entries; `is_whole` tells a rebuilt index from one that
    only got what was published since."""

    db: sqlite3.Connection
    generation: int
    is_whole: bool
    total: int
    _holders: dict[tuple[str, str], int] = field(default_factory=dict)
    _entries: dict[tuple[str, str], "array[int]"] = field(default_factory=dict)

    def holders(self, table: str, term: str) -> int:
        """How many entries have the term in that table ("heads" or "bodies")."""
        if (table, term) not in self._holders:
            row = self.db.execute(f"SELECT doc FROM {table}_terms WHERE term = ?", (term,)).fetchone()  # noqa: S608
            self._holders[table, term] = row[0] if row else 0
        return self._holders[table, term]

    def entries(self, table: str, term: str) -> "array[int]":
        """The ids of the entries that have the term in that table."""
        if (table, term) not in self._entries:
            if len(self._entries) >= REMEMBERED:
                self._entries.clear()
            sql = f"SELECT json_group_array(rowid) FROM {table} WHERE {table} MATCH ?"  # noqa: S608
            self._entries[table, term] = array("q", json.loads(self.db.execute(sql, (f'"{term}"',)).fetchone()[0]))
        return self._entries[table, term]

    def rarest(self, table: str, terms: Iterable[str], most: int) -> list[str]:
        """Those terms that exist at all, rarest first, at most so many; common ones only when there is nothing else."""
        known = sorted((self.holders(table, term), term) for term in terms)
        held = [(holders, term) for holders, term in known if holders]
        telling = [pair for pair in held if pair[0] <= max(COMMON * self.total, FEW)]
        return [term for _, term in (telling or held)[:most]]

    def weights(self, table: str, terms: Iterable[str]) -> dict[str, float]:
        """Term → what having it is worth."""
        return {term: ranking.weight(term, self.holders(table, term), self.total) for term in terms}


def statistics(db: sqlite3.Connection, memory: dict[str, object]) -> Statistics:
    """The counts for the state that `db` sees, those remembered in `memory` if nothing was written since."""
    generation, is_whole = db.execute("SELECT generation, is_whole FROM state").fetchone()
    kept = memory.get("statistics")
    if isinstance(kept, Statistics) and kept.generation == generation:
        return kept
    total = db.execute("SELECT count(*) FROM entry").fetchone()[0]
    memory["statistics"] = fresh = Statistics(db, generation, bool(is_whole), total)
    return fresh
