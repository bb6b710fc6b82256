"""Looks into the embedded index for what goes on from what was typed."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from search.index.suggesting import LOOKED_AT, Findable, Typed

_END = "\U0010ffff"
_COLUMNS = "key, title, url, kind, codes, names, is_current, entry.rank"
_NEAREST = f"ORDER BY is_current DESC, nearness.rank DESC, length, key LIMIT {LOOKED_AT}"


def findable(db: sqlite3.Connection, wanted: Typed) -> Iterator[Findable]:
    """Entries with such a code, such a name, or such words in their names; some of them twice."""
    if wanted.code:
        yield from _by_beginning(db, "code", wanted.code)
    yield from _by_beginning(db, "name", wanted.form)
    if wanted.words:
        yield from _by_words(db, wanted.words)


def _by_beginning(db: sqlite3.Connection, table: str, form: str) -> Iterator[Findable]:
    beginning = f"SELECT entry FROM {table} WHERE form >= ? AND form < ?"  # noqa: S608 - names from this file
    return _read(db, beginning, (form, form + _END))


def _by_words(db: sqlite3.Connection, words: Sequence[str]) -> Iterator[Findable]:
    match = " AND ".join(f'"{word}"' for word in words) + " *"
    return _read(db, "SELECT rowid FROM in_names WHERE in_names MATCH ?", (match,))


def _read(db: sqlite3.Connection, which: str, values: tuple[str, ...]) -> Iterator[Findable]:
    nearest = f"SELECT entry FROM nearness WHERE entry IN ({which}) {_NEAREST}"  # noqa: S608 - names from this file
    rows = db.execute(f"SELECT {_COLUMNS} FROM entry WHERE id IN ({nearest})", values)  # noqa: S608
    for key, title, url, kind, codes, names, is_current, rank in rows:
        code = next(iter(json.loads(codes)), "")
        yield Findable(key, title, url, kind, code, names.split("\n"), bool(is_current), rank)
