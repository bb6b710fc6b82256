"""Which tests run, in which order and, where several processes share them, in which: what takes long to start is
started once."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.postgres.choice import ALL, CHOSEN, commits, on_postgresql

#: Those who ask for `national_portal`.
REAL = "the real catalogue"
#: What the path of a test begins with → the server, or the portal of minutes, that it shares with others.
TOGETHER = {
    "tests/journeys/": "a running portal",
    "tests/desk/": "a running portal",
    "tests/procedures_catalog/commands/": REAL,
    "tests/procedures_catalog/feed/test_search_entries.py": REAL,
    "tests/truth/test_same_words.py": REAL,
    "tests/search/test_search_quality.py": REAL,
    "tests/search/index/test_elastic_": "elasticsearch",
    "tests/search/test_engines_agree.py": "elasticsearch",
    "tests/search/test_outbox_elasticsearch.py": "elasticsearch",
}
#: Fixtures that are servers, which a quick run does without; the real catalogue bears a mark of its own.
SERVERS = {"probe", "address", "changing_portal", "demo_portal", "elasticsearch", "cluster"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option for running the tests once more on another database."""
    parser.addoption("--on-database", choices=[ALL, CHOSEN], help="only the tests that touch the database, or a choice")


class Sharing(LoadScopeScheduling):
    """Gives a process one module after another, or all that share a server."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Sharing:
    """Ours: the groups of `loadgroup` are what pytest 9.2 does not let through."""
    return Sharing(config, log)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Tests of a running server are marked by what they ask for; nobody fills a real catalogue for one module alone."""
    asked = getattr(item, "fixturenames", ())
    if SERVERS.intersection(asked):
        item.add_marker(pytest.mark.server)
    if "national_portal" in asked and group_of(item.nodeid) != REAL:
        raise pytest.UsageError(f"{item.nodeid} asks for the real catalogue: say so in TOGETHER, it takes two minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keeps what the option asks for, and puts it in order."""
    how = config.getoption("--on-database")
    if how:
        kept = on_postgresql(items, how)
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept
    items.sort(key=_turn)


def group_of(nodeid: str) -> str:
    """What a process runs in one go: a module, or all modules that share something."""
    return next((group for path, group in TOGETHER.items() if nodeid.startswith(path)), nodeid.partition("::")[0])


def _turn(item: pytest.Item) -> int:
    """PostgreSQL first, for its one test goes on the longest; then what has servers; then the rest as it was. At the
    end those that commit, which leave an empty database (on SQLite it is filled again)."""
    if item.get_closest_marker("postgres"):
        return 0
    if commits(item):
        return 3
    return 1 if item.get_closest_marker("server") or group_of(item.nodeid) in TOGETHER.values() else 2
