"""What the tests of the log share: somebody who acts, and a hand that reaches past the guards."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial

import pytest
from django.db import connection

from audit.acting import Acting, Actor, passing
from audit.guards import lower_guards, raise_guards

LAN = Actor(7, "Lê Lan (lan)", 3)


@pytest.fixture
def way(db) -> Iterator[Acting]:
    """Lan of agency 3 acts, from a desk."""
    with passing(Acting(actor=lambda: LAN, address=lambda: "192.0.2.1")) as taken:
        yield taken


@pytest.fixture(autouse=True)
def _own_head_file(settings, tmp_path) -> None:
    """Each test's log has a file of its own for its head."""
    settings.LOG_HEAD_FILE = tmp_path / "log-head"


@pytest.fixture
def committed(django_capture_on_commit_callbacks) -> Callable[[], AbstractContextManager[list[Callable[[], None]]]]:
    """A function: what is recorded within counts as committed."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@contextmanager
def unguarded() -> Iterator[None]:
    """Somebody who owns the database has taken the triggers away."""
    lower_guards()
    yield
    raise_guards()


@pytest.fixture
def by_sql() -> Callable[..., None]:
    """Runs a statement as somebody who owns the database: past the guards."""

    def run(statement: str, *values: object) -> None:
        with unguarded(), connection.cursor() as cursor:
            cursor.execute(statement, values)

    return run
