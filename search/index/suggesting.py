"""Suggestions out of the embedded index while somebody types: names and codes that go on from what is there."""

import json
import sqlite3
from collections.abc import Iterator

from search.query import MAX_CHARACTERS
from search.results import Suggestion
from search.terms import code_form, known_words

MAX_SUGGESTIONS = 50
MAX_TYPED_WORDS = 12
LOOKED_AT = 100
_END = "\U0010ffff"
_COLUMNS = "entry.id, title, url, kind, codes, names, is_current, entry.rank"
_NEAREST = "is_current DESC, entry.rank DESC, length(title)"
_Row = tuple[int, str, str, str, str, str, int, float]


def suggestions(db: sqlite3.Connection, text: str, limit: int) -> list[Suggestion]:
    """At most `limit` lines: in force first, then names that begin so, names that hold it in one piece, nearer levels,
    shorter names."""
    typed = known_words(text[:MAX_CHARACTERS])[:MAX_TYPED_WORDS]
    if not typed or limit <= 0:
        return []
    rows = {row[0]: row for row in (*_by_code(db, text), *_by_beginning(db, typed), *_by_words(db, typed))}
    best = sorted(rows.values(), key=lambda row: _place(row, " ".join(typed)))
    return [_suggestion(row) for row in best[: min(limit, MAX_SUGGESTIONS)]]


def _by_code(db: sqlite3.Connection, text: str) -> Iterator[_Row]:
    form = code_form(text[:MAX_CHARACTERS])
    if not any(map(str.isdigit, form)) or len(form) < 3:
        return iter(())
    sql = f"SELECT {_COLUMNS} FROM code JOIN entry ON entry.id = code.entry WHERE form >= ? AND form < ? LIMIT ?"  # noqa: S608
    return iter(db.execute(sql, (form, form + _END, LOOKED_AT)))


def _by_beginning(db: sqlite3.Connection, typed: list[str]) -> Iterator[_Row]:
    form = " ".join(typed)
    sql = f"""SELECT {_COLUMNS} FROM name JOIN entry ON entry.id = name.entry WHERE form >= ? AND form < ?
              ORDER BY {_NEAREST} LIMIT ?"""  # noqa: S608
    return iter(db.execute(sql, (form, form + _END, LOOKED_AT)))


def _by_words(db: sqlite3.Connection, typed: list[str]) -> Iterator[_Row]:
    """All the words, the last as the beginning of one."""
    if sum(map(len, typed)) < 2:
        return iter(())
    wanted = " AND ".join(f'"{word}"' for word in typed) + " *"
    sql = f"""SELECT {_COLUMNS} FROM heads JOIN entry ON entry.id = heads.rowid WHERE heads MATCH ?
              ORDER BY {_NEAREST} LIMIT ?"""  # noqa: S608
    return iter(db.execute(sql, (wanted, LOOKED_AT)))


def _place(row: _Row, form: str) -> tuple[object, ...]:
    _, title, _, _, _, names, is_current, rank = row
    begins = any(name.startswith(form) for name in names.split("\n"))
    return (not is_current, not begins, f" {form}" not in names, -rank, len(title), title)


def _suggestion(row: _Row) -> Suggestion:
    _, title, url, kind, codes, _, _, _ = row
    return Suggestion(title, url, kind, next(iter(json.loads(codes)), ""))
