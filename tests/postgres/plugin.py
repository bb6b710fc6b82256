"""Begins the run on PostgreSQL together with the session that holds its test, which comes last and waits for it."""

import pytest

from tests.postgres.repetition import Repetition
from tests.postgres.server import server_programs

REPETITION = pytest.StashKey[Repetition]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the waiting test behind all others."""
    items.sort(key=lambda item: item.get_closest_marker("postgres") is not None)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begins it where its test is among those that will run and a server is installed."""
    wanted = any(item.get_closest_marker("postgres") for item in session.items)
    programs = server_programs() if wanted and not session.config.option.collectonly else None
    if programs is not None:
        session.config.stash[REPETITION] = Repetition(programs)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Nobody waits for it any more."""
    if REPETITION in config.stash:
        config.stash[REPETITION].stop()
