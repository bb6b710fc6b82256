"""What the tests of the finder share."""

import pytest

from pages.models import HomePage
from search.feed.engine import EMBEDDED, index_of
from tests.pages.factories import make_home


@pytest.fixture
def index():
    """The portal's index: a file of this test's own."""
    return index_of(EMBEDDED)


@pytest.fixture
def home(db) -> HomePage:
    """The home page of the default site."""
    return make_home()


@pytest.fixture
def published(django_capture_on_commit_callbacks):
    """A block after which everything published in it has been sent to the index."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
