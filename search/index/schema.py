"""The tables of the embedded index, and how one entry is written into them."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pages.entry import SearchEntry
from search.question.terms import code_form
from search.ranking.fields import (
    FIELDS,
    IN_NAMES,
    facets_of,
    field_terms,
    names_of,
    said_of,
    spelled_names_of,
    text_of,
)
from vietnamese.spelling import clean

VERSION = 10

# The tables of the fields hold terms already folded, parted by spaces; "ascii" leaves every letter but A–Z alone, so it
# only parts them again. detail=none keeps for each term just the list of who has it: more would cost, help nothing.
_FTS = "detail=none, tokenize=\"ascii tokenchars '_'\""
_PREFIX = {IN_NAMES: "prefix='1 2 3', "}  # what suggestions are looked for in
_TABLES = {
    "entry": """CREATE TABLE entry (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
        names TEXT NOT NULL, spelled TEXT NOT NULL, asked TEXT NOT NULL, asked_spelled TEXT NOT NULL,
        codes TEXT NOT NULL, facets TEXT NOT NULL, is_current INTEGER NOT NULL, rank REAL NOT NULL)""",
    # what suggestions are put in order by, apart, because of a common beginning nearly all entries are looked at
    "nearness": """CREATE TABLE nearness (
        entry INTEGER PRIMARY KEY, is_current INTEGER NOT NULL, rank REAL NOT NULL, length INTEGER NOT NULL,
        key TEXT NOT NULL)""",
    "body": "CREATE TABLE body (entry INTEGER PRIMARY KEY, text TEXT NOT NULL)",  # apart, so that `entry` stays small
    "name": "CREATE TABLE name (form TEXT, entry INTEGER, PRIMARY KEY (form, entry)) WITHOUT ROWID",
    "code": "CREATE TABLE code (form TEXT, entry INTEGER, place INTEGER, PRIMARY KEY (form, entry)) WITHOUT ROWID",
    "facet": """CREATE TABLE facet (
        name TEXT, value TEXT, entry INTEGER, PRIMARY KEY (name, value, entry)) WITHOUT ROWID""",
    **{field: f"CREATE VIRTUAL TABLE {field} USING fts5(terms, {_PREFIX.get(field, '')}{_FTS})" for field in FIELDS},
    **{f"{field}_terms": f"CREATE VIRTUAL TABLE {field}_terms USING fts5vocab({field}, row)" for field in FIELDS},
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


@dataclass(frozen=True, slots=True)
class Prepared:
    """An entry as it goes into the tables, all Vietnamese done. `terms`: field → its terms parted by spaces."""

    key: str
    columns: tuple[Any, ...]
    text: str
    terms: Mapping[str, str]
    forms: Sequence[str]
    codes: Sequence[tuple[str, int]]
    facets: Sequence[tuple[str, str]]


def prepared(entry: SearchEntry) -> Prepared:
    """What `write` takes; needs no table, so that another process may do it."""
    names = spelled_names_of(entry)
    return Prepared(
        key=clean(entry.key),
        columns=_columns(entry, names),
        text=text_of(entry),
        terms={field: " ".join(terms) for field, terms in field_terms(entry).items()},
        forms=[form for form in names if form],
        codes=[(form, place) for place, form in enumerate(map(code_form, entry.codes)) if form],
        facets=[(clean(name), clean(value)) for name, values in facets_of(entry).items() for value in values],
    )


def write(db: sqlite3.Connection, entry: Prepared) -> None:
    """Adds an entry in place of the one with its key."""
    erase(db, entry.key)
    row = db.execute(f"INSERT INTO entry VALUES (NULL{', ?' * len(entry.columns)})", entry.columns).lastrowid  # noqa: S608
    db.execute("INSERT INTO body VALUES (?, ?)", (row, entry.text))
    db.execute("INSERT INTO nearness SELECT id, is_current, rank, length(title), key FROM entry WHERE id = ?", (row,))
    for field, terms in entry.terms.items():
        db.execute(f"INSERT INTO {field} (rowid, terms) VALUES (?, ?)", (row, terms))  # noqa: S608
    db.executemany("INSERT INTO name VALUES (?, ?)", [(form, row) for form in entry.forms])
    db.executemany("INSERT OR IGNORE INTO code VALUES (?, ?, ?)", [(form, row, place) for form, place in entry.codes])
    db.executemany("INSERT OR IGNORE INTO facet VALUES (?, ?, ?)", [(*facet, row) for facet in entry.facets])


def erase(db: sqlite3.Connection, key: str) -> None:
    """Takes away the entry with this key, if there is one."""
    found = db.execute("SELECT id FROM entry WHERE key = ?", (clean(key),)).fetchone()
    if found is None:
        return
    for table in ("name", "code", "facet", "body", "nearness"):
        db.execute(f"DELETE FROM {table} WHERE entry = ?", found)  # noqa: S608 - names from this file
    for table in FIELDS:
        db.execute(f"DELETE FROM {table} WHERE rowid = ?", found)  # noqa: S608
    db.execute("DELETE FROM entry WHERE id = ?", found)


def examine(db: sqlite3.Connection) -> None:
    """Reads all lists of the full-text tables. Raises sqlite3.DatabaseError when they do not agree with each other."""
    for table in FIELDS:
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608


def can_be_opened(db: sqlite3.Connection) -> bool:
    """Whether SQLite can open each full-text table: where it cannot, nobody can even drop it."""
    try:
        for table in FIELDS if version(db) == VERSION else ():
            db.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT}
    return True


def optimize(db: sqlite3.Connection) -> None:
    """Brings the lists of both full-text tables together; worth its time after many writings."""
    for table in FIELDS:
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def _columns(entry: SearchEntry, names: Mapping[str, str]) -> tuple[Any, ...]:
    said = said_of(entry)
    facets = {name: list(values) for name, values in entry.facets.items()}
    return (
        clean(entry.key),
        entry.kind,
        names_of(entry)[0],
        clean(entry.url),
        "\n".join(names),
        "\n".join(names.values()),
        "\n".join(said),
        "\n".join(said.values()),
        json.dumps(entry.codes),
        json.dumps(facets),
        entry.is_current,
        entry.rank,
    )
