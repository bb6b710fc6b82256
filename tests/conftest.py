"""What every test may ask for: the real data, the demonstration province, a clean search index."""

import json
import os
import shutil
from functools import partial
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from wagtail.models import Collection, Locale, Page

from agencies.store.load import load_agencies, load_units
from cms.demo.load import FOLDER as DEMO
from cms.demo.load import load_demo
from cms.portal import ensure_pages
from legal_documents.models import DocumentIndexPage
from pages.models import HomePage, NewsIndexPage
from posting.scan.counting import forget
from search.index.embedded import EmbeddedIndex
from tests.clock import today
from tests.parts import SHARED_DATA, missing
from tests.planted import planted
from tests.portal_process import manage
from tests.postgres.choice import touches_database
from tests.template_file import begin_with_template

#: What new files may be read by, as it was when the tests began.
_UMASK = os.umask(0o022)
os.umask(_UMASK)

# How quickly examples are made says more about what else the machine does than about the code. The same examples each
# time, so that a change is judged by what it changes; `make properties` looks for new ones.
hypothesis_settings.register_profile(
    "portal", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.register_profile(
    "new examples",
    hypothesis_settings.get_profile("portal"),
    derandomize=False,
    max_examples=int(os.environ.get("EXAMPLES", "2000")),
)
hypothesis_settings.load_profile("new examples" if "EXAMPLES" in os.environ else "portal")

pytest_plugins = ["tests.sharing_out", "tests.template_database"]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """A server's own module, once a test imports it, would shut the folders of servers that run as other users."""
    os.umask(_UMASK)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the checkout."""
    if not SHARED_DATA.is_dir():
        missing("dữ liệu thật ở ../shared/data")
    return SHARED_DATA


@pytest.fixture(scope="session")
def national_portal(shared_data, tmp_path_factory) -> Path:
    """The data folder of a portal with the 5,652 real procedures, the state's own public and indexed; only read."""
    folder = tmp_path_factory.mktemp("national")
    begin_with_template(folder)
    manage(folder, "migrate", "--verbosity", "0")
    manage(folder, "prepare_portal")
    manage(folder, "import_procedures", str(shared_data / "procedures" / "national-2026-07.jsonl.gz"), "--publish")
    manage(folder, "rebuild_index")
    return folder


@pytest.fixture(scope="session")
def demo_portal(tmp_path_factory) -> Path:
    """The data folder of a portal with the demonstration in it, ready to be served; only to be copied."""
    folder = tmp_path_factory.mktemp("demo")
    begin_with_template(folder)
    for words in (("migrate", "--verbosity", "0"), ("load_demo",), ("rebuild_index",)):
        manage(folder, *words)
    return folder


@pytest.fixture(scope="session")
def _empty_index(tmp_path_factory) -> Path:
    """The index of a portal in which nothing is published yet."""
    path = tmp_path_factory.mktemp("empty-index") / "search.sqlite3"
    EmbeddedIndex(path).rebuild([])
    return path


@pytest.fixture(autouse=True)
def _nothing_remembered(request) -> None:
    """Each test has an empty cache and no scan counted; one that touches the database has a search index of its own."""
    for cache in caches.all():
        cache.clear()
    forget()
    if touches_database(request.node):
        request.getfixturevalue("_own_index")


@pytest.fixture
def _own_index(settings, tmp_path_factory, _empty_index) -> None:
    settings.SEARCH_INDEX_FILE = tmp_path_factory.mktemp("index") / "search.sqlite3"
    shutil.copy(_empty_index, settings.SEARCH_INDEX_FILE)


@pytest.fixture
def without_index(_own_index, settings) -> None:
    """The index has lost its file."""
    settings.SEARCH_INDEX_FILE.unlink()


@pytest.fixture
def portal(db):
    """An empty portal: home, catalogue, documents, news."""
    _plant_the_roots()
    planted("portal", ensure_pages)
    return HomePage.objects.get(), DocumentIndexPage.objects.get(), NewsIndexPage.objects.get()


def _plant_the_roots() -> None:
    """What Wagtail's migrations make, anew where a test with commits of its own has emptied all tables."""
    if not Page.objects.exists():
        Locale.objects.get_or_create(language_code="vi")
        Collection.add_root(name="Root")
        Page.add_root(title="Root", slug="root", content_type=ContentType.objects.get_for_model(Page))


@pytest.fixture
def demo_units(db) -> None:
    """The administrative units and agencies of the demonstration province."""
    planted("demo units", _load_units)


def _load_units() -> None:
    load_units(json.loads((DEMO / "units.json").read_text("utf-8")))
    load_agencies(json.loads((DEMO / "agencies.json").read_text("utf-8")))


@pytest.fixture
def demo(db):
    """The demonstration province."""
    planted("demo", partial(load_demo, today()))
