"""`make postgresql-sample`: notes which statements every test sends, and chooses the fewest tests that send what the
tests that are repeated on PostgreSQL anyway do not."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.utils import CursorWrapper

from tests.postgres.choice import SAMPLE, always_repeated, name_of, touches_database

# What makes two statements differ, and no database take them differently: values, and how often a part is repeated.
SAME = (
    (r"'(?:[^']|'')*'", "'…'"),
    (r"\b\d+\b", "N"),
    (r"\(\s*%s(?:\s*,\s*%s)*\s*\)", "(%s…)"),
    (r"(\([^()]*%s[^()]*\))(?:, \1)+", r"\1"),
    (r"(?:WHEN \([^()]*\) THEN %s ?)+", "WHEN… "),
    (r'SAVEPOINT .*', "SAVEPOINT"),
)  # fmt: skip


class Statements:
    """A plugin that listens to the cursor; at the end it writes the sample."""

    def __init__(self) -> None:
        self._now = set[str]()
        self._sent = defaultdict[str, set[str]](set)
        self._known = set[str]()
        self._execute = CursorWrapper.execute

    def listen(self) -> None:
        """Hears every statement from now on."""
        noted = self

        def execute(cursor: CursorWrapper, statement: Any, parameters: Any = None) -> Any:
            noted._now.add(shape(str(statement)))
            return noted._execute(cursor, statement, parameters)

        CursorWrapper.execute = execute

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Knows who is repeated anyway."""
        self._always = always_repeated([item for item in session.items if touches_database(item)])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """What one test sends, its fixtures included."""
        self._now.clear()
        answer = yield
        heard = self._known if item in self._always else self._sent[name_of(item)]
        heard |= self._now
        return answer

    def pytest_sessionfinish(self) -> None:
        """The fewest: again and again whoever sends most that is new."""
        left = set().union(*self._sent.values()) - self._known
        chosen = list[str]()
        while left:
            chosen.append(max(sorted(self._sent), key=lambda name: len(self._sent[name] & left)))
            left -= self._sent[chosen[-1]]
        SAMPLE.write_text("".join(f"{name}\n" for name in sorted(chosen)), "utf-8")


def shape(statement: str) -> str:
    """The statement without what makes no difference."""
    for pattern, shorter in SAME:
        statement = re.sub(pattern, shorter, statement)
    return statement


def pytest_configure(config: pytest.Config) -> None:
    """Asked for with `-p tests.postgres.statements`."""
    statements = Statements()
    statements.listen()
    config.pluginmanager.register(statements)
