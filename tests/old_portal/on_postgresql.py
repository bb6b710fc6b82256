"""The old portal on PostgreSQL: the tables as the migrations of then make them, with the rows that SQLite kept."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

#: Wagtail's own search, which each database keeps in another way and the portal does not use.
_OTHERS = ("sqlite_", "wagtailsearch_indexentry")


def bring(database: Path) -> None:
    """Makes the empty database that the settings name what the file is."""
    with closing(sqlite3.connect(database)) as old:
        _migrate(old)
        tables = list(_tables(old))
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica; SET TIME ZONE 'UTC'")
            cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
            for table in tables:
                _copy(old, table, cursor)
            cursor.execute("SET session_replication_role = DEFAULT")
    ContentType.objects.clear_cache()  # the numbers of then are others than those that the migrations gave here


def _migrate(old: sqlite3.Connection) -> None:
    """To where the old portal was."""
    executor = MigrationExecutor(connection)
    done = set(old.execute("SELECT app, name FROM django_migrations"))
    whole = executor.migration_plan(executor.loader.graph.leaf_nodes())
    executor.migrate(None, plan=[step for step in whole if (step[0].app_label, step[0].name) in done])


def _tables(old: sqlite3.Connection) -> Iterator[str]:
    names = (name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
    yield from (name for name in names if not name.startswith(_OTHERS))


def _copy(old: sqlite3.Connection, table: str, cursor: Any) -> None:
    types = _types(table, cursor)
    columns = ", ".join(f'"{name}"' for name in types)
    rows = [_row(types, row) for row in old.execute(f"SELECT {columns} FROM {table}")]
    cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({', '.join(['%s'] * len(types))})", rows)
    if types.get("id") in ("integer", "bigint"):
        last = f"(SELECT max(id) FROM {table})"
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), coalesce({last}, 1), {last} IS NOT NULL)"
        )


def _types(table: str, cursor: Any) -> dict[str, str]:
    cursor.execute("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", [table])
    return dict(cursor.fetchall())


def _row(types: Mapping[str, str], row: tuple[Any, ...]) -> list[Any]:
    """SQLite knows no truth but 1."""
    return [
        bool(value) if kind == "boolean" and value is not None else value
        for kind, value in zip(types.values(), row, strict=True)
    ]
