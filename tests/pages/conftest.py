"""What the tests of this floor share."""

import pytest
from django.core.cache import cache

from pages.models import HomePage, NewsIndexPage
from tests.pages.factories import make_home, make_news_index


@pytest.fixture
def home(db) -> HomePage:
    """The home page, with nothing remembered of other tests' pages."""
    cache.clear()
    return make_home()


@pytest.fixture
def news_index(home) -> NewsIndexPage:
    """The list of news."""
    return make_news_index(home)
