"""Which tests run, in which order and, where several processes share them, in which: what takes long to start is
started once."""

from collections.abc import Iterable

import pytest

from tests.postgres.choice import ALL, CHOSEN, on_postgresql

#: Fixtures of the whole run that are servers, or take minutes: who asks for one goes where it is → the group's name.
STARTED_ONCE = {
    "probe": "probe",
    "elasticsearch": "elasticsearch",
    "cluster": "elasticsearch",
    "national_portal": "the real catalogue",
    "address": "a running portal",
    "changing_portal": "a running portal",
    "demo_portal": "a running portal",
}
#: Those of them that a quick run does without; the real catalogue bears a mark of its own.
SERVERS = {"probe", "address", "changing_portal", "demo_portal", "elasticsearch", "cluster"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option for running the tests once more on another database."""
    parser.addoption("--on-database", choices=[ALL, CHOSEN], help="only the tests that touch the database, or a choice")


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    """Marks tests of a running server, and who goes together; pytest-xdist reads it before any later hook of ours."""
    item.add_marker(pytest.mark.xdist_group(_group(item)))
    if SERVERS.intersection(getattr(item, "fixturenames", ())):
        item.add_marker(pytest.mark.server)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keeps what the option asks for and shares it out."""
    how = config.getoption("--on-database")
    if how:
        kept = on_postgresql(items, how)
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept
    items.sort(key=_turn)


def _group(item: pytest.Item) -> str:
    """What a process runs in one go: a module, but for tests that share a server, and those that commit, which pytest-
    django puts last."""
    for fixture in _fixtures(item):
        if fixture in STARTED_ONCE:
            return STARTED_ONCE[fixture]
    module = item.nodeid.partition("::")[0]
    return f"{module} commits" if _commits(item) else module


def _turn(item: pytest.Item) -> int:
    """PostgreSQL first, for its one test goes on the longest; then what has servers; then the rest as it was. At the
    end those that commit, which leave a process with an empty database, and Elasticsearch's, some of which commit."""
    if item.get_closest_marker("postgres"):
        return 0
    if _commits(item):
        return 4
    group = _group(item)
    if group == "elasticsearch":
        return 3
    return 1 if group in STARTED_ONCE.values() else 2


def _fixtures(item: pytest.Item) -> Iterable[str]:
    return getattr(item, "fixturenames", ())


def _commits(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or "transactional_db" in _fixtures(item)
