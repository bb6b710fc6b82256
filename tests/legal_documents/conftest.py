"""What the tests of this floor share."""

import pytest
from django.core.cache import cache

from legal_documents.models import DocumentIndexPage
from legal_documents.store.load import ensure_document_index
from tests.pages.factories import make_home
from tests.planted import planted


@pytest.fixture
def index(db) -> DocumentIndexPage:
    """The list of documents below a home page."""
    cache.clear()
    planted("documents", lambda: ensure_document_index(make_home()))
    return DocumentIndexPage.objects.get()
