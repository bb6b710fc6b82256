"""The tables of the embedded index, and how one entry is written into them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from pages.entry import SearchEntry
from search.terms import code_form, name_form, terms
from vietnamese.spelling import clean

VERSION = 1
MAX_TEXT = 20_000  # characters of an entry's text that are looked into
MAX_NAMES = 50  # of one entry, its title among them

# `heads` and `bodies` hold terms already folded, parted by spaces; "ascii" leaves every letter but A–Z alone, so it
# only parts them again. detail=none keeps for each term just the list of who has it: more would cost, help nothing.
_FTS = "detail=none, tokenize=\"ascii tokenchars '_'\""
_TABLES = {
    "entry": """CREATE TABLE entry (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
        names TEXT NOT NULL, codes TEXT NOT NULL, facets TEXT NOT NULL,
        is_current INTEGER NOT NULL, rank REAL NOT NULL)""",
    "body": "CREATE TABLE body (entry INTEGER PRIMARY KEY, text TEXT NOT NULL)",  # apart, so that `entry` stays small
    "name": "CREATE TABLE name (form TEXT, entry INTEGER, PRIMARY KEY (form, entry)) WITHOUT ROWID",
    "code": "CREATE TABLE code (form TEXT, entry INTEGER, place INTEGER, PRIMARY KEY (form, entry)) WITHOUT ROWID",
    "facet": """CREATE TABLE facet (
        name TEXT, value TEXT, entry INTEGER, PRIMARY KEY (name, value, entry)) WITHOUT ROWID""",
    "heads": f"CREATE VIRTUAL TABLE heads USING fts5(terms, prefix='1 2 3', {_FTS})",
    "bodies": f"CREATE VIRTUAL TABLE bodies USING fts5(terms, {_FTS})",
    "heads_terms": "CREATE VIRTUAL TABLE heads_terms USING fts5vocab(heads, row)",
    "bodies_terms": "CREATE VIRTUAL TABLE bodies_terms USING fts5vocab(bodies, row)",
    # `generation` changes with every writing, so that readers know when what they remember is old
    "state": "CREATE TABLE state (generation INTEGER NOT NULL, is_whole INTEGER NOT NULL)",
}
_INDEXES = [f"CREATE INDEX {table}_of ON {table} (entry)" for table in ("name", "code", "facet")]


def create(db: sqlite3.Connection) -> None:
    """Makes all tables, empty and marked as not yet whole; inside the caller's transaction."""
    for statement in (*_TABLES.values(), *_INDEXES, "INSERT INTO state VALUES (0, 0)"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {VERSION}")


def drop(db: sqlite3.Connection) -> None:
    """Removes all tables, of this version or another; inside the caller's transaction."""
    for table in reversed(_TABLES):
        db.execute(f"DROP TABLE IF EXISTS {table}")


def version(db: sqlite3.Connection) -> int:
    """Which version of the tables the file holds; 0 for none."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def write(db: sqlite3.Connection, entry: SearchEntry) -> None:
    """Adds an entry in place of the one with its key."""
    erase(db, entry.key)
    names = [clean(name) for name in (entry.title, *entry.names)][:MAX_NAMES]
    body = clean(entry.body[:MAX_TEXT])
    forms = list(dict.fromkeys(map(name_form, names)))
    row = _insert(db, entry, names[0], forms)
    db.execute("INSERT INTO body VALUES (?, ?)", (row, body))
    db.execute("INSERT INTO heads (rowid, terms) VALUES (?, ?)", (row, _head_terms(names)))
    db.execute("INSERT INTO bodies (rowid, terms) VALUES (?, ?)", (row, " ".join(terms(body))))
    db.executemany("INSERT INTO name VALUES (?, ?)", [(form, row) for form in forms if form])
    db.executemany("INSERT OR IGNORE INTO code VALUES (?, ?, ?)", _codes(entry.codes, row))
    db.executemany("INSERT OR IGNORE INTO facet VALUES (?, ?, ?)", _facets(entry, row))


def erase(db: sqlite3.Connection, key: str) -> None:
    """Takes away the entry with this key, if there is one."""
    found = db.execute("SELECT id FROM entry WHERE key = ?", (clean(key),)).fetchone()
    if found is None:
        return
    for table in ("name", "code", "facet", "body"):
        db.execute(f"DELETE FROM {table} WHERE entry = ?", found)  # noqa: S608 - names from this file
    for table in ("heads", "bodies"):
        db.execute(f"DELETE FROM {table} WHERE rowid = ?", found)  # noqa: S608
    db.execute("DELETE FROM entry WHERE id = ?", found)


def optimize(db: sqlite3.Connection) -> None:
    """Brings the lists of both full-text tables together; worth its time after many writings."""
    for table in ("heads", "bodies"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def _insert(db: sqlite3.Connection, entry: SearchEntry, title: str, forms: Iterable[str]) -> int:
    facets = {name: list(values) for name, values in entry.facets.items()}
    values = (
        clean(entry.key),
        entry.kind,
        title,
        clean(entry.url),
        "\n".join(forms),
        json.dumps(entry.codes),
        json.dumps(facets),
        entry.is_current,
        entry.rank,
    )
    cursor = db.execute(f"INSERT INTO entry VALUES (NULL{', ?' * len(values)})", values)  # noqa: S608
    return int(cursor.lastrowid or 0)


def _head_terms(names: Iterable[str]) -> str:
    return " ".join(set[str]().union(*map(terms, names)))


def _codes(codes: Iterable[str], row: int) -> Iterator[tuple[str, int, int]]:
    return ((form, row, place) for place, form in enumerate(map(code_form, codes)) if form)


def _facets(entry: SearchEntry, row: int) -> Iterator[tuple[str, str, int]]:
    return ((name, value, row) for name, values in entry.facets.items() for value in values)
