"""What every test may ask for: the real data, the demonstration province, a clean search index."""

import os
import shutil
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from wagtail.models import Collection, Locale, Page

from cms.demo.load import load_demo
from cms.portal import ensure_pages
from posting.counting import forget
from search.index.embedded import EmbeddedIndex
from tests.parts import SHARED_DATA, missing
from tests.portal_process import manage

#: What new files may be read by, as it was when the tests began.
_UMASK = os.umask(0o022)
os.umask(_UMASK)

pytest_plugins = ["tests.postgres.plugin", "tests.template_database"]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """A server's own module, once a test imports it, would shut the folders of servers that run as other users."""
    os.umask(_UMASK)


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option for running the tests once more on another database: those that touch none would say the same."""
    parser.addoption("--database-only", action="store_true", help="only the tests that touch the database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keeps what the option asks for."""
    if config.getoption("--database-only"):
        without = [item for item in items if not _touches_database(item)]
        config.hook.pytest_deselected(items=without)
        items[:] = [item for item in items if _touches_database(item)]


def _touches_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db")) or "db" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the checkout."""
    if not SHARED_DATA.is_dir():
        missing("dữ liệu thật ở ../shared/data")
    return SHARED_DATA


@pytest.fixture(scope="session")
def national_portal(shared_data, tmp_path_factory) -> Path:
    """The data folder of a portal with the 5,652 real procedures, published and in the index; only to be read."""
    folder = tmp_path_factory.mktemp("national")
    manage(folder, "migrate", "--verbosity", "0")
    manage(folder, "prepare_portal")
    manage(folder, "import_procedures", str(shared_data / "procedures" / "national-2026-07.jsonl.gz"), "--publish")
    manage(folder, "rebuild_index")
    return folder


@pytest.fixture(scope="session")
def _empty_index(tmp_path_factory) -> Path:
    """The index of a portal in which nothing is published yet."""
    path = tmp_path_factory.mktemp("empty-index") / "search.sqlite3"
    EmbeddedIndex(path).rebuild([])
    return path


@pytest.fixture(autouse=True)
def _nothing_remembered(settings, tmp_path_factory, _empty_index) -> None:
    """Each test has an empty cache, no scan counted and a search index of its own."""
    for cache in caches.all():
        cache.clear()
    forget()
    settings.SEARCH_INDEX_FILE = tmp_path_factory.mktemp("index") / "search.sqlite3"
    shutil.copy(_empty_index, settings.SEARCH_INDEX_FILE)


@pytest.fixture
def without_index(settings) -> None:
    """The index has lost its file."""
    settings.SEARCH_INDEX_FILE.unlink()


@pytest.fixture
def portal(db):
    """An empty portal: home, catalogue, documents, news."""
    _plant_the_roots()
    return ensure_pages()


def _plant_the_roots() -> None:
    """What Wagtail's migrations make, anew where a test with commits of its own has emptied all tables."""
    if not Page.objects.exists():
        Locale.objects.get_or_create(language_code="vi")
        Collection.add_root(name="Root")
        Page.add_root(title="Root", slug="root", content_type=ContentType.objects.get_for_model(Page))


@pytest.fixture
def demo(db):
    """The demonstration province."""
    load_demo()
