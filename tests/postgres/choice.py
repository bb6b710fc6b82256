"""Chooses the tests that are run once more on PostgreSQL; docs/decisions/0031 says how and why."""

from collections.abc import Sequence
from pathlib import Path

import pytest

ALL, CHOSEN = "all", "chosen"
#: Tests that send a statement which no other chosen test sends, a name a line; `make postgresql-sample` writes it.
SAMPLE = Path(__file__).with_name("sample.txt")


def touches_database(item: pytest.Item) -> bool:
    """Whether the test asks for the database; the others would say the same on any."""
    return bool(item.get_closest_marker("django_db")) or "db" in getattr(item, "fixturenames", ())


def commits(item: pytest.Item) -> bool:
    """Whether the test's own transactions are real, so that all tables are emptied behind it."""
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ())


def on_postgresql(items: Sequence[pytest.Item], how: str) -> list[pytest.Item]:
    """All tests that touch the database, or of these the ones that are chosen."""
    touching = [item for item in items if touches_database(item)]
    if how == ALL:
        return touching
    sample = set(SAMPLE.read_text("utf-8").splitlines())
    always = always_repeated(touching)
    return [item for item in touching if item in always or name_of(item) in sample]


def always_repeated(touching: Sequence[pytest.Item]) -> set[pytest.Item]:
    """Those that are marked because databases may differ in what they ask, and the first of every module."""
    marked = {item for item in touching if item.get_closest_marker("database_differs")}
    first = {item.nodeid.partition("::")[0]: item for item in reversed(touching)}
    return marked | set(first.values())


def name_of(item: pytest.Item) -> str:
    """The name of a test, whatever its parameters."""
    return item.nodeid.partition("[")[0]
